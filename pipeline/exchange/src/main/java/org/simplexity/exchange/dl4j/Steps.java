package org.simplexity.exchange.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.simplexity.exchange.FinishedNetwork;

/**
 * What a network does, in order.
 *
 * @param inputs names of its inputs
 * @param steps vertices; inputs come before what is computed of them
 * @param outputs names of its outputs
 */
record Steps(List<String> inputs, List<Step> steps, List<String> outputs) {
  private static final String INPUT = "input";

  static Steps of(ComputationGraph graph) {
    ComputationGraphConfiguration settings = graph.getConfiguration();
    List<Step> steps = new ArrayList<>();
    for (String name : settings.getTopologicalOrderStr()) {
      GraphVertex vertex = settings.getVertices().get(name);
      if (vertex != null) {
        steps.add(
            step(name, settings.getVertexInputs().getOrDefault(name, List.of()), vertex, graph));
      }
    }
    return new Steps(settings.getNetworkInputs(), steps, settings.getNetworkOutputs());
  }

  private static Step step(
      String name, List<String> inputs, GraphVertex vertex, ComputationGraph graph) {
    if (vertex instanceof LayerVertex layer) {
      Layer settings = thawed(layer.getLayerConf().getLayer());
      return new Step(name, inputs, layer.getPreProcessor(), settings, null, graph.getLayer(name));
    }
    if (vertex instanceof PreprocessorVertex preprocessor) {
      return new Step(name, inputs, preprocessor.getPreProcessor(), null, null, null);
    }
    return new Step(name, inputs, null, null, vertex, null);
  }

  static Steps of(MultiLayerNetwork network) {
    List<Step> steps = new ArrayList<>();
    String last = INPUT;
    for (int i = 0; i < network.getnLayers(); i++) {
      org.deeplearning4j.nn.api.Layer numbers = network.getLayer(i);
      Layer settings = thawed(numbers.conf().getLayer());
      @Nullable String given = settings.getLayerName();
      String name = given == null ? "layer" + i : given;
      InputPreProcessor before = network.getLayerWiseConfigurations().getInputPreProcess(i);
      steps.add(new Step(name, List.of(last), before, settings, null, numbers));
      last = name;
    }
    return new Steps(List.of(INPUT), steps, List.of(last));
  }

  /** The layer inside a frozen one: freezing concerns training only. */
  private static Layer thawed(Layer settings) {
    return settings instanceof FrozenLayer frozen ? frozen.getLayer() : settings;
  }

  FinishedNetwork convert(Conversion conversion) {
    return conversion.of(this);
  }
}
