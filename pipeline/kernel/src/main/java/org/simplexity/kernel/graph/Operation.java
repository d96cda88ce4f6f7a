package org.simplexity.kernel.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;

/** What a value of a network is computed by. */
public sealed interface Operation {

  /**
   * Shape of the result for one example.
   *
   * @throws IllegalArgumentException if the inputs do not fit the operation or one another
   */
  Shape outputShape(List<Shape> inputs);

  /** Multiplications with a weight for one example; 0 for what is not a convolution or dense. */
  default long multiplyAdds(Shape input, Shape output) {
    return 0;
  }

  /** The slices of the flat weights that it reads. */
  default List<Slice> weights() {
    return List.of();
  }

  /** The slices of the running statistics that it reads and moves. */
  default List<Slice> statistics() {
    return List.of();
  }

  /** The images. */
  record Input(Shape shape) implements Operation {
    @Override
    public Shape outputShape(List<Shape> inputs) {
      return shape;
    }
  }

  /** A {@link Convolution} with weights [out, in, rows, columns] and an optional bias [out]. */
  record Convolve(Convolution settings, Slice weight, @Nullable Slice bias) implements Operation {
    @Override
    public Shape outputShape(List<Shape> inputs) {
      return settings.window().slide(inputs.get(0)).withChannels(settings.outputChannels());
    }

    @Override
    public List<Slice> weights() {
      return bias == null ? List.of(weight) : List.of(weight, bias);
    }

    @Override
    public long multiplyAdds(Shape input, Shape output) {
      long taps = (long) settings.window().kernel() * settings.window().kernel();
      return taps * input.channels() * output.size();
    }
  }

  /** A {@link DepthwiseConvolution} with weights [channels, 1, rows, columns]. */
  record DepthwiseConvolve(DepthwiseConvolution settings, Slice weight) implements Operation {
    @Override
    public Shape outputShape(List<Shape> inputs) {
      return settings.window().slide(inputs.get(0));
    }

    @Override
    public List<Slice> weights() {
      return List.of(weight);
    }

    @Override
    public long multiplyAdds(Shape input, Shape output) {
      return (long) settings.window().kernel() * settings.window().kernel() * output.size();
    }
  }

  /** y = W x + b over the flattened input, W [out, in], b [out]. */
  record Dense(Slice weight, Slice bias) implements Operation {
    @Override
    public Shape outputShape(List<Shape> inputs) {
      return Shape.vector(bias.length());
    }

    @Override
    public List<Slice> weights() {
      return List.of(weight, bias);
    }

    @Override
    public long multiplyAdds(Shape input, Shape output) {
      return weight.length();
    }
  }

  /** Maximum over windows. */
  record MaxPool(Pooling settings) implements Operation {
    @Override
    public Shape outputShape(List<Shape> inputs) {
      return settings.window().slide(inputs.get(0));
    }
  }

  /** Average over windows. */
  record AveragePool(Pooling settings) implements Operation {
    @Override
    public Shape outputShape(List<Shape> inputs) {
      return settings.window().slide(inputs.get(0));
    }
  }

  /** Average of every channel. */
  record GlobalAveragePool() implements Operation {
    @Override
    public Shape outputShape(List<Shape> inputs) {
      return Shape.vector(inputs.get(0).channels());
    }
  }

  /** max(x, 0). */
  record Rectify() implements Operation {
    @Override
    public Shape outputShape(List<Shape> inputs) {
      return inputs.get(0);
    }
  }

  /** A {@link BatchNormalisation}; scale and shift are null when it is not affine. */
  record Normalise(
      BatchNormalisation settings,
      @Nullable Slice scale,
      @Nullable Slice shift,
      Slice mean,
      Slice variance)
      implements Operation {
    @Override
    public Shape outputShape(List<Shape> inputs) {
      return inputs.get(0);
    }

    @Override
    public List<Slice> weights() {
      return scale == null || shift == null ? List.of() : List.of(scale, shift);
    }

    @Override
    public List<Slice> statistics() {
      return List.of(mean, variance);
    }
  }

  /** The constant 0. */
  record Zero(Shape shape) implements Operation {
    @Override
    public Shape outputShape(List<Shape> inputs) {
      return shape;
    }
  }

  /**
   * y[c, i, j] = x[c, stride·i + rowOffset, stride·j + columnOffset], 0 beyond the edge; extents ⌈n
   * / stride⌉.
   */
  record Subsample(int stride, int rowOffset, int columnOffset) implements Operation {
    @Override
    public Shape outputShape(List<Shape> inputs) {
      return strided(inputs.get(0), stride);
    }
  }

  /** The inputs' channels one after another. */
  record Concatenate() implements Operation {
    @Override
    public Shape outputShape(List<Shape> inputs) {
      Shape first = inputs.get(0);
      int channels = 0;
      for (Shape shape : inputs) {
        if (!shape.withChannels(1).equals(first.withChannels(1))) {
          throw new IllegalArgumentException(
              "extents of %s and %s differ; only channels may".formatted(first, shape));
        }
        channels += shape.channels();
      }
      return first.withChannels(channels);
    }
  }

  /**
   * Drop-path: f x, with a factor f for each example, drawn before a pass in training mode and 1 in
   * evaluation mode.
   *
   * @param number which of the network's drop-paths it is, from 0: each has factors of its own
   */
  record DropPath(int number) implements Operation {
    @Override
    public Shape outputShape(List<Shape> inputs) {
      return inputs.get(0);
    }
  }

  /** Σ x. */
  record Sum() implements Operation {
    @Override
    public Shape outputShape(List<Shape> inputs) {
      return common(inputs);
    }
  }

  /** Σ γ_k x_k with γ read from a slice of the structure vector. */
  record Mix(Slice structure) implements Operation {
    @Override
    public Shape outputShape(List<Shape> inputs) {
      if (inputs.size() != structure.length()) {
        throw new IllegalArgumentException(
            "%d candidates but structure slice '%s' has length %d"
                .formatted(inputs.size(), structure.name(), structure.length()));
      }
      return common(inputs);
    }
  }

  /** Extents ⌈n / stride⌉, channels unchanged. */
  static Shape strided(Shape shape, int stride) {
    return new Shape(
        shape.channels(),
        (shape.height() + stride - 1) / stride,
        (shape.width() + stride - 1) / stride);
  }

  private static Shape common(List<Shape> shapes) {
    for (Shape shape : shapes) {
      if (!shape.equals(shapes.get(0))) {
        throw new IllegalArgumentException(
            "shapes %s and %s differ".formatted(shapes.get(0), shape));
      }
    }
    return shapes.get(0);
  }
}
