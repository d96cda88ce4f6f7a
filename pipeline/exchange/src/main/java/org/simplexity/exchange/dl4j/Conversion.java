package org.simplexity.exchange.dl4j;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.jspecify.annotations.Nullable;
import org.simplexity.exchange.ExchangeException;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.StructureSlice;
import org.simplexity.kernel.Value;

/** Turns the steps of a DL4J network into a network of the kernel. */
final class Conversion {
  private static final String VERTICES =
      "MergeVertex of channels, ElementWiseVertex (Add), ScaleVertex, PreprocessorVertex";

  private final Path file;
  private final Shape input;
  private final NetworkBuilder builder;
  private final Numbers numbers;
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, int[]> padded = new HashMap<>();
  private final Map<String, Double> factors = new LinkedHashMap<>();

  /**
   * Prepares a conversion.
   *
   * @param file where the network comes from, for messages
   * @param input shape of the images
   */
  Conversion(Path file, Shape input) {
    this.file = file;
    this.input = input;
    this.builder = new NetworkBuilder(input);
    this.numbers = new Numbers(file);
  }

  FinishedNetwork of(Steps steps) {
    if (steps.inputs().size() != 1 || steps.outputs().size() != 1) {
      throw new ExchangeException(
          "%s has the inputs %s and the outputs %s; one of each is supported"
              .formatted(file, steps.inputs(), steps.outputs()));
    }
    values.put(steps.inputs().get(0), builder.input());
    steps.steps().forEach(this::convert);
    Value logits = values.get(steps.outputs().get(0));
    if (logits == null) {
      throw new Place(file, steps.outputs().get(0)).wrong("is the output, but only pads");
    }
    return numbers.finish(built(logits), factors);
  }

  private Network built(Value logits) {
    try {
      return builder.build(logits);
    } catch (IllegalArgumentException e) {
      throw new ExchangeException("%s classifies nothing: %s".formatted(file, e.getMessage()), e);
    }
  }

  private void convert(Step step) {
    Place place = new Place(file, step.name());
    try {
      Value value = value(step, place);
      if (value != null) {
        values.put(step.name(), value);
      }
    } catch (ExchangeException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw place.wrong("does not fit: " + e.getMessage());
    }
  }

  /** The step's result, or null if it only pads: what follows takes the padding in. */
  private @Nullable Value value(Step step, Place place) {
    Layer layer = step.layer();
    GraphVertex vertex = step.vertex();
    if (layer == null) {
      return vertex == null ? prepared(step, place) : vertex(step, vertex, place);
    }
    if (layer instanceof ZeroPaddingLayer padding) {
      values.put(step.name(), prepared(step, place));
      padded.put(step.name(), padding.getPadding());
      return null;
    }
    Value x = prepared(step, place);
    int[] around = padded.get(step.inputs().get(0));
    LayerConversion conversion = new LayerConversion(builder, numbers, place, x, around);
    return builder.within(step.name(), () -> conversion.of(layer, step.numbers()));
  }

  /** The only input after the preprocessor. */
  private Value prepared(Step step, Place place) {
    Value x = one(step, place);
    InputPreProcessor before = step.preprocessor();
    if (before instanceof CnnToFeedForwardPreProcessor flat) {
      check(place, x, flat.getNumChannels(), flat.getInputHeight(), flat.getInputWidth());
    } else if (before instanceof FeedForwardToCnnPreProcessor image) {
      check(place, x, image.getNumChannels(), image.getInputHeight(), image.getInputWidth());
    } else if (before != null) {
      throw place.unsupported(
          "is preceded by a " + before.getClass().getSimpleName(),
          "CnnToFeedForwardPreProcessor, FeedForwardToCnnPreProcessor");
    }
    return x;
  }

  private Value one(Step step, Place place) {
    List<Value> inputs = inputs(step, place);
    if (inputs.size() != 1) {
      throw place.wrong("reads " + step.inputs() + ", not one value");
    }
    return inputs.get(0);
  }

  private List<Value> inputs(Step step, Place place) {
    return step.inputs().stream()
        .map(
            name -> {
              Value value = values.get(name);
              if (value == null) {
                throw place.wrong("reads '" + name + "', which does not come before it");
              }
              return value;
            })
        .toList();
  }

  private void check(Place place, Value x, long channels, long height, long width) {
    Shape shape = x.shape();
    boolean same =
        shape.channels() == channels && shape.height() == height && shape.width() == width;
    if (!same) {
      throw place.wrong(
          "reads %dx%dx%d, but gets %s for images of %s"
              .formatted(channels, height, width, shape, input));
    }
  }

  private Value vertex(Step step, GraphVertex vertex, Place place) {
    step.inputs().stream()
        .filter(padded::containsKey)
        .findFirst()
        .ifPresent(name -> refusePadding(name, vertex.getClass()));
    List<Value> inputs = inputs(step, place);
    if (vertex instanceof MergeVertex merge && merge.getMergeAxis() == 1) {
      return builder.concatenation(inputs);
    }
    if (vertex instanceof ElementWiseVertex sum && sum.getOp() == ElementWiseVertex.Op.Add) {
      return builder.sum(inputs);
    }
    if (vertex instanceof ScaleVertex scale && scale.getScaleFactor() == 1) {
      return one(step, place);
    }
    if (vertex instanceof ScaleVertex scale) {
      StructureSlice factor = builder.structure(step.name(), 1);
      factors.put(step.name(), scale.getScaleFactor());
      return builder.mixture(List.of(inputs.get(0)), factor);
    }
    throw place.unsupported("is a " + describe(vertex), VERTICES);
  }

  private void refusePadding(String name, Class<?> reader) {
    throw new Place(file, name)
        .unsupported(
            "pads the input of a " + reader.getSimpleName(), LayerConversion.PADDING_BEFORE);
  }

  private static String describe(GraphVertex vertex) {
    String name = vertex.getClass().getSimpleName();
    return vertex instanceof ElementWiseVertex sum ? name + " (" + sum.getOp() + ")" : name;
  }
}
