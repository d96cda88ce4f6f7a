package org.simplexity.exchange.dl4j;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.Pooling2D;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.BatchNormalisation;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.DepthwiseConvolution;
import org.simplexity.kernel.graph.Operation;
import org.simplexity.kernel.graph.Pooling;
import org.simplexity.kernel.graph.Window;

/** Turns one layer of DL4J into values of the kernel. */
final class LayerConversion {
  static final String PADDING_BEFORE =
      "zero padding before a convolution, the same on all sides, or before an equal cropping";

  private final NetworkBuilder builder;
  private final Numbers numbers;
  private final Place place;
  private final Value x;
  private final int @Nullable [] padded;
  private final Map<Class<?>, BiFunction<Layer, Trained, Value>> known = new HashMap<>();

  /** Arrays of a layer by DL4J's keys. */
  private record Trained(org.deeplearning4j.nn.api.@Nullable Layer layer) {
    INDArray get(String key) {
      if (layer == null) {
        throw new IllegalArgumentException("it has no arrays");
      }
      return layer.getParam(key);
    }
  }

  /**
   * Prepares a conversion.
   *
   * @param builder where values go
   * @param numbers where arrays go
   * @param place where the layer stands
   * @param x what it reads
   * @param padded zeros around {@code x}: top, bottom, left, right; null without padding
   */
  LayerConversion(
      NetworkBuilder builder, Numbers numbers, Place place, Value x, int @Nullable [] padded) {
    this.builder = builder;
    this.numbers = numbers;
    this.place = place;
    this.x = x;
    this.padded = padded;
    know(ConvolutionLayer.class, this::convolution);
    know(Convolution2D.class, this::convolution);
    know(DepthwiseConvolution2D.class, this::depthwise);
    know(SeparableConvolution2D.class, this::separable);
    know(Cropping2D.class, (layer, trained) -> cropping(layer));
    know(DenseLayer.class, this::dense);
    know(OutputLayer.class, this::output);
    know(LossLayer.class, (layer, trained) -> last(layer.getActivationFn(), x));
    know(ActivationLayer.class, (layer, trained) -> active(layer.getActivationFn(), x));
    know(DropoutLayer.class, (layer, trained) -> x);
    know(SubsamplingLayer.class, (layer, trained) -> pooling(layer));
    know(Pooling2D.class, (layer, trained) -> pooling(layer));
    know(GlobalPoolingLayer.class, (layer, trained) -> globalPooling(layer));
    know(BatchNormalization.class, this::normalisation);
  }

  private <L extends Layer> void know(Class<L> type, BiFunction<L, Trained, Value> conversion) {
    known.put(type, (layer, trained) -> conversion.apply(type.cast(layer), trained));
  }

  /** The layer's result. */
  Value of(Layer layer, org.deeplearning4j.nn.api.@Nullable Layer trained) {
    BiFunction<Layer, Trained, Value> conversion = known.get(layer.getClass());
    if (conversion == null) {
      throw place.unsupported("is a " + layer.getClass().getSimpleName(), supported());
    }
    boolean takesPadding = layer instanceof ConvolutionLayer || layer instanceof Cropping2D;
    if (padded != null && !takesPadding) {
      throw place.unsupported(
          "reads zero padding as a " + layer.getClass().getSimpleName(), PADDING_BEFORE);
    }
    return conversion.apply(layer, new Trained(trained));
  }

  private String supported() {
    TreeSet<String> names = new TreeSet<>();
    known.keySet().forEach(type -> names.add(type.getSimpleName()));
    names.add("ZeroPaddingLayer");
    return String.join(", ", names);
  }

  private Value convolution(ConvolutionLayer layer, Trained trained) {
    checkChannels(layer);
    Convolution settings =
        new Convolution(Math.toIntExact(layer.getNOut()), window(layer), layer.hasBias());
    Value made = builder.convolution(x, settings);
    Operation.Convolve operation = (Operation.Convolve) made.operation();
    numbers.put(operation.weight(), trained.get("W"));
    putBias(operation.bias(), trained);
    return active(layer.getActivationFn(), made);
  }

  private void putBias(@Nullable Slice bias, Trained trained) {
    if (bias != null) {
      numbers.put(bias, trained.get("b"));
    }
  }

  private Value depthwise(DepthwiseConvolution2D layer, Trained trained) {
    checkMultiplier(layer, layer.getDepthMultiplier());
    Value made = builder.depthwiseConvolution(x, new DepthwiseConvolution(window(layer)));
    Slice weight = ((Operation.DepthwiseConvolve) made.operation()).weight();
    numbers.put(weight, trained.get("W").permute(2, 3, 0, 1));
    Value shifted = layer.hasBias() ? shifted(made, trained.get("b")) : made;
    return active(layer.getActivationFn(), shifted);
  }

  /** x + b, as a normalisation with mean −b, and variance 1 − ε so that it divides by 1. */
  private Value shifted(Value value, INDArray bias) {
    BatchNormalisation settings = BatchNormalisation.defaults().withoutAffine();
    Value made = builder.batchNormalisation(value, settings);
    Operation.Normalise operation = (Operation.Normalise) made.operation();
    float[] variance = new float[value.shape().channels()];
    Arrays.fill(variance, (float) (1 - settings.epsilon()));
    numbers.put(operation.mean(), bias.neg());
    numbers.put(operation.variance(), variance);
    return made;
  }

  private Value separable(SeparableConvolution2D layer, Trained trained) {
    checkMultiplier(layer, layer.getDepthMultiplier());
    Value deep = builder.depthwiseConvolution(x, new DepthwiseConvolution(window(layer)));
    numbers.put(
        ((Operation.DepthwiseConvolve) deep.operation()).weight(),
        trained.get("W").permute(1, 0, 2, 3));
    int outputs = Math.toIntExact(layer.getNOut());
    Value made =
        builder.convolution(deep, new Convolution(outputs, Window.square(1), layer.hasBias()));
    Operation.Convolve operation = (Operation.Convolve) made.operation();
    numbers.put(operation.weight(), trained.get("pW"));
    putBias(operation.bias(), trained);
    return active(layer.getActivationFn(), made);
  }

  private void checkMultiplier(ConvolutionLayer layer, int multiplier) {
    checkChannels(layer);
    if (multiplier != 1) {
      throw place.unsupported("has the depth multiplier " + multiplier, "1");
    }
  }

  private void checkChannels(FeedForwardLayer layer) {
    if (layer.getNIn() != x.shape().channels()) {
      throw place.wrong("reads %d channels, but gets %s".formatted(layer.getNIn(), x.shape()));
    }
  }

  private Window window(ConvolutionLayer layer) {
    return Geometry.of(layer).window(place, x.shape(), evenPadding());
  }

  private int evenPadding() {
    if (padded == null) {
      return 0;
    }
    if (Arrays.stream(padded).distinct().count() != 1) {
      throw place.unsupported("reads zero padding " + Arrays.toString(padded), PADDING_BEFORE);
    }
    return padded[0];
  }

  /** Zeros below and right, cut above and left: the image moves up and left. */
  private Value cropping(Cropping2D layer) {
    int[] cut = layer.getCropping();
    int[] around = padded == null ? new int[4] : padded;
    boolean moves =
        cut[0] == around[1] && cut[2] == around[3] && cut[1] == around[0] && cut[3] == around[2];
    if (!moves || around[0] != 0 || around[2] != 0) {
      throw place.unsupported("crops by " + Arrays.toString(cut), PADDING_BEFORE);
    }
    return builder.subsample(x, 1, cut[0], cut[2]);
  }

  private Value dense(DenseLayer layer, Trained trained) {
    if (layer.hasLayerNorm()) {
      throw place.unsupported("has layer normalisation", "dense layers without");
    }
    return active(layer.getActivationFn(), affine(layer, layer.hasBias(), trained));
  }

  private Value output(OutputLayer layer, Trained trained) {
    return last(layer.getActivationFn(), affine(layer, layer.hasBias(), trained));
  }

  private Value affine(FeedForwardLayer layer, boolean bias, Trained trained) {
    if (layer.getNIn() != x.shape().size()) {
      throw place.wrong(
          "reads %d numbers, but gets %s, that is %d"
              .formatted(layer.getNIn(), x.shape(), x.shape().size()));
    }
    int outputs = Math.toIntExact(layer.getNOut());
    Value made = builder.dense(x, outputs);
    Operation.Dense operation = (Operation.Dense) made.operation();
    numbers.put(operation.weight(), trained.get("W").transpose());
    if (bias) {
      numbers.put(operation.bias(), trained.get("b"));
    } else {
      numbers.put(operation.bias(), new float[outputs]);
    }
    return made;
  }

  private Value active(IActivation activation, Value value) {
    if (activation instanceof ActivationIdentity) {
      return value;
    }
    if (activation instanceof ActivationReLU relu && isPlain(relu)) {
      return builder.relu(value);
    }
    throw place.unsupported(
        "has the activation " + activation, "identity and relu, and softmax at the end");
  }

  private static boolean isPlain(ActivationReLU relu) {
    return isNothing(relu.getMax())
        && isNothing(relu.getThreshold())
        && isNothing(relu.getNegativeSlope());
  }

  private static boolean isNothing(@Nullable Double setting) {
    return setting == null || setting == 0;
  }

  /** Logits: what the softmax reads. */
  private Value last(IActivation activation, Value value) {
    return activation instanceof ActivationSoftmax ? value : active(activation, value);
  }

  private Value pooling(SubsamplingLayer layer) {
    Pooling settings = new Pooling(Geometry.of(layer).window(place, x.shape(), 0));
    if (layer.getPoolingType() == PoolingType.MAX) {
      return builder.maxPooling(x, settings);
    }
    if (layer.getPoolingType() != PoolingType.AVG) {
      throw place.unsupported("pools by " + layer.getPoolingType(), "MAX and AVG");
    }
    if (layer.isAvgPoolIncludePadInDivisor() && settings.window().padding() > 0) {
      throw place.unsupported("counts padding in averages", "averages of what is there");
    }
    return builder.averagePooling(x, settings);
  }

  private Value globalPooling(GlobalPoolingLayer layer) {
    Shape shape = x.shape();
    if (layer.getPoolingType() == PoolingType.AVG) {
      return builder.globalAveragePooling(x);
    }
    if (layer.getPoolingType() == PoolingType.MAX && shape.height() == shape.width()) {
      return builder.maxPooling(x, new Pooling(Window.square(shape.height())));
    }
    throw place.unsupported(
        "pools %s by %s".formatted(shape, layer.getPoolingType()), "AVG, and MAX of squares");
  }

  /** DL4J's own normalisation ignores the activation that its settings carry. */
  private Value normalisation(BatchNormalization layer, Trained trained) {
    checkChannels(layer);
    if (layer.getCnn2DFormat() == CNN2DFormat.NHWC) {
      throw place.unsupported("has channels last (NHWC)", "channels first (NCHW)");
    }
    Value made = builder.batchNormalisation(x, new BatchNormalisation(true, layer.getEps(), 0.1));
    Operation.Normalise operation = (Operation.Normalise) made.operation();
    putScale(operation, layer, trained);
    numbers.put(operation.mean(), trained.get("mean"));
    numbers.put(operation.variance(), variance(layer, trained));
    return made;
  }

  private void putScale(Operation.Normalise operation, BatchNormalization layer, Trained trained) {
    Slice scale = Objects.requireNonNull(operation.scale());
    Slice shift = Objects.requireNonNull(operation.shift());
    if (layer.isLockGammaBeta()) {
      numbers.put(scale, filled(scale.length(), layer.getGamma()));
      numbers.put(shift, filled(shift.length(), layer.getBeta()));
    } else {
      numbers.put(scale, trained.get("gamma"));
      numbers.put(shift, trained.get("beta"));
    }
  }

  private static float[] filled(int length, double value) {
    float[] values = new float[length];
    Arrays.fill(values, (float) value);
    return values;
  }

  /** DL4J keeps the variance, or log₁₀ of its root. */
  private static float[] variance(BatchNormalization layer, Trained trained) {
    if (!layer.isUseLogStd()) {
      return trained.get("var").dup('c').data().asFloat();
    }
    float[] values = trained.get("log10stdev").dup('c').data().asFloat();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.pow(10, 2 * values[i]);
    }
    return values;
  }
}
