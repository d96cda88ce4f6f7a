package org.simplexity.exchange.dl4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.exchange.layers.LayerSink;

/**
 * Vertices and numbers of a computation graph until all are known.
 *
 * <p>In evaluation DL4J's {@code ActivationLayer} overwrites what it reads, even where others read
 * it too. So an activation reads a copy ({@code ScaleVertex} by 1) unless it is the only reader of
 * a layer's own result.
 */
final class GraphDraft {
  private static final String COPY = ".copy";

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> readers = new HashMap<>();
  private final Map<String, Map<String, INDArray>> numbers = new LinkedHashMap<>();

  /** A vertex, how it is added to a graph that lets it read other inputs, and what it reads. */
  private record Entry(
      String name, List<String> inputs, boolean layer, boolean overwrites, Adding adding) {}

  /** Adds one vertex. */
  private interface Adding {
    void to(GraphBuilder graph, String... inputs);
  }

  void add(String name, Layer layer, String input) {
    boolean overwrites = layer instanceof ActivationLayer;
    Adding adding = (graph, inputs) -> graph.addLayer(name, layer, inputs);
    add(new Entry(name, List.of(input), true, overwrites, adding));
  }

  void add(String name, GraphVertex vertex, List<String> inputs) {
    Adding adding = (graph, names) -> graph.addVertex(name, vertex, names);
    add(new Entry(name, inputs, false, false, adding));
  }

  private void add(Entry entry) {
    entries.add(entry);
    entry.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
  }

  void number(String layer, String key, INDArray array) {
    numbers.computeIfAbsent(layer, name -> new LinkedHashMap<>()).put(key, array);
  }

  /** The graph with all its numbers. */
  ComputationGraph build(String output) {
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .activation(Activation.IDENTITY)
            .weightInit(WeightInit.ZERO)
            .convolutionMode(ConvolutionMode.Truncate)
            .graphBuilder()
            .addInputs(LayerSink.IMAGES)
            .setOutputs(output);
    Map<String, Entry> known = new HashMap<>();
    for (Entry entry : entries) {
      entry.adding().to(graph, inputs(entry, known, graph));
      known.put(entry.name(), entry);
    }
    ComputationGraph made = new ComputationGraph(graph.build());
    made.init();
    numbers.forEach(
        (layer, arrays) ->
            arrays.forEach((key, array) -> made.getLayer(layer).getParam(key).assign(array)));
    return made;
  }

  private String[] inputs(Entry entry, Map<String, Entry> known, GraphBuilder graph) {
    String first = entry.inputs().get(0);
    if (entry.overwrites() && !mayBeOverwritten(known.get(first))) {
      String copy = entry.name() + COPY;
      graph.addVertex(copy, new ScaleVertex(1), first);
      return new String[] {copy};
    }
    return entry.inputs().toArray(String[]::new);
  }

  private boolean mayBeOverwritten(@Nullable Entry source) {
    return source != null
        && source.layer()
        && !source.overwrites()
        && readers.getOrDefault(source.name(), 0) == 1;
  }
}
