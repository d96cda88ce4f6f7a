package org.simplexity.exchange.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.simplexity.exchange.layers.LayerSink;
import org.simplexity.exchange.layers.Node;
import org.simplexity.exchange.layers.Normalisation;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.archive.NamedArray;
import org.simplexity.kernel.graph.Operation;
import org.simplexity.kernel.graph.Window;

/** Gathers the layers and numbers of a computation graph. */
final class Dl4jSink implements LayerSink {
  private static final String SOFTMAX = "softmax";

  private final GraphDraft graph = new GraphDraft();
  private final List<Node> images = new ArrayList<>();

  /** The graph with all its numbers. */
  ComputationGraph graph() {
    return graph.build(SOFTMAX);
  }

  @Override
  public Node input(Shape shape) {
    return image(IMAGES, shape);
  }

  @Override
  public Node convolution(
      Made made, Node x, Window window, NamedArray weight, @Nullable NamedArray bias) {
    NamedArray spread = Dilation.spread(weight, window.dilation());
    ConvolutionLayer.Builder layer =
        new ConvolutionLayer.Builder(window.span(), window.span())
            .stride(window.stride(), window.stride())
            .padding(window.padding(), window.padding())
            .nIn(x.shape().channels())
            .nOut(made.shape().channels())
            .hasBias(bias != null);
    add(made.name(), layer.build(), x);
    number(made, "W", array(spread));
    if (bias != null) {
      number(made, "b", row(bias));
    }
    return image(made.name(), made.shape());
  }

  @Override
  public Node depthwise(Made made, Node x, Window window, NamedArray weight) {
    NamedArray spread = Dilation.spread(weight, window.dilation());
    DepthwiseConvolution2D.Builder layer =
        new DepthwiseConvolution2D.Builder(window.span(), window.span())
            .depthMultiplier(1)
            .stride(window.stride(), window.stride())
            .padding(window.padding(), window.padding())
            .nIn(x.shape().channels())
            .nOut(made.shape().channels())
            .hasBias(false);
    add(made.name(), layer.build(), x);
    number(made, "W", array(spread).permute(2, 3, 0, 1));
    return image(made.name(), made.shape());
  }

  @Override
  public Node dense(Made made, Node x, NamedArray weight, NamedArray bias) {
    int outputs = made.shape().channels();
    add(made.name(), new DenseLayer.Builder().nIn(x.shape().size()).nOut(outputs).build(), x);
    number(made, "W", array(weight).transpose());
    number(made, "b", row(bias));
    return Node.vector(made.name(), outputs);
  }

  @Override
  public Node maxPool(Made made, Node x, Window window) {
    return pool(made, x, PoolingType.MAX, window);
  }

  @Override
  public Node averagePool(Made made, Node x, Window window) {
    return pool(made, x, PoolingType.AVG, window);
  }

  private Node pool(Made made, Node x, PoolingType type, Window window) {
    int kernel = window.kernel();
    SubsamplingLayer.Builder layer =
        new SubsamplingLayer.Builder(type, new int[] {kernel, kernel})
            .stride(window.stride(), window.stride())
            .padding(window.padding(), window.padding());
    add(made.name(), layer.build(), x);
    return image(made.name(), made.shape());
  }

  @Override
  public Node globalAverage(Made made, Node x) {
    add(made.name(), new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), x);
    return Node.vector(made.name(), made.shape().channels());
  }

  @Override
  public Node rectify(Made made, Node x) {
    add(made.name(), new ActivationLayer.Builder().activation(Activation.RELU).build(), x);
    return x.like(made.name(), made.shape());
  }

  @Override
  public Node normalise(Made made, Node x, Normalisation numbers) {
    NamedArray scale = numbers.scale();
    NamedArray shift = numbers.shift();
    int channels = made.shape().channels();
    BatchNormalization.Builder layer =
        new BatchNormalization.Builder()
            .eps(numbers.epsilon())
            .lockGammaBeta(scale == null || shift == null)
            .gamma(1)
            .beta(0)
            .useLogStd(false);
    layer.nIn(channels).nOut(channels);
    add(made.name(), layer.build(), x);
    if (scale != null && shift != null) {
      number(made, "gamma", row(scale));
      number(made, "beta", row(shift));
    }
    number(made, "mean", row(numbers.mean()));
    number(made, "var", row(numbers.variance()));
    return x.like(made.name(), made.shape());
  }

  /** A convolution whose weights are 0, of the last value with these extents. */
  @Override
  public Node zero(Made made) {
    Shape shape = made.shape();
    Node x =
        images.stream()
            .filter(node -> sameExtents(node.shape(), shape))
            .reduce((earlier, later) -> later)
            .orElseGet(() -> resized(made));
    int channels = x.shape().channels();
    NamedArray weight =
        new NamedArray(
            made.name() + ".weight",
            List.of(shape.channels(), channels, 1, 1),
            new float[shape.channels() * channels]);
    return convolution(made, x, Window.square(1), weight, null);
  }

  private static boolean sameExtents(Shape one, Shape other) {
    return one.height() == other.height() && one.width() == other.width();
  }

  /** The images cut or padded to these extents. */
  private Node resized(Made made) {
    Node x = images.get(0);
    int rows = made.shape().height() - x.shape().height();
    int columns = made.shape().width() - x.shape().width();
    Node larger = padded(x, made, Math.max(0, rows), Math.max(0, columns));
    return cropped(larger, made, new int[] {0, Math.max(0, -rows), 0, Math.max(0, -columns)});
  }

  /**
   * Rows and columns are moved up and left by the offset, zeros follow; then every n-th is kept.
   */
  @Override
  public Node subsample(Made made, Node x, Operation.Subsample settings) {
    int rows = settings.rowOffset();
    int columns = settings.columnOffset();
    Node moved = cropped(padded(x, made, rows, columns), made, new int[] {rows, 0, columns, 0});
    return maxPool(made, moved, Window.square(1).withStride(settings.stride()));
  }

  /** Zeros below and to the right. */
  private Node padded(Node x, Made made, int below, int right) {
    if (below + right == 0) {
      return x;
    }
    String name = made.name() + ".padded";
    add(name, new ZeroPaddingLayer.Builder(new int[] {0, below, 0, right}).build(), x);
    Shape shape = x.shape();
    return image(name, new Shape(shape.channels(), shape.height() + below, shape.width() + right));
  }

  /** Without rows and columns at {top, bottom, left, right}. */
  private Node cropped(Node x, Made made, int[] cut) {
    if (cut[0] + cut[1] + cut[2] + cut[3] == 0) {
      return x;
    }
    String name = made.name() + ".cropped";
    add(name, new Cropping2D.Builder(cut).build(), x);
    Shape shape = x.shape();
    return image(
        name,
        new Shape(
            shape.channels(), shape.height() - cut[0] - cut[1], shape.width() - cut[2] - cut[3]));
  }

  @Override
  public Node concatenate(Made made, List<Node> xs) {
    add(made.name(), new MergeVertex(), xs);
    return xs.get(0).like(made.name(), made.shape());
  }

  @Override
  public Node sum(Made made, List<Node> xs) {
    add(made.name(), new ElementWiseVertex(ElementWiseVertex.Op.Add), xs);
    return xs.get(0).like(made.name(), made.shape());
  }

  @Override
  public Node scale(Made made, Node x, double factor) {
    add(made.name(), new ScaleVertex(factor), List.of(x));
    return x.like(made.name(), made.shape());
  }

  @Override
  public Node flatten(Node x) {
    Shape shape = x.shape();
    String name = x.name() + ".vector";
    CnnToFeedForwardPreProcessor step =
        new CnnToFeedForwardPreProcessor(shape.height(), shape.width(), shape.channels());
    add(name, new PreprocessorVertex(step), List.of(x));
    return Node.vector(name, shape.size());
  }

  @Override
  public Node unflatten(Node x) {
    String name = x.name() + ".image";
    FeedForwardToCnnPreProcessor step =
        new FeedForwardToCnnPreProcessor(1, 1, x.shape().channels());
    add(name, new PreprocessorVertex(step), List.of(x));
    return image(name, x.shape());
  }

  @Override
  public void finish(Node logits) {
    Node answer = logits;
    if (!logits.name().equals(LOGITS)) {
      add(LOGITS, new ActivationLayer.Builder().activation(Activation.IDENTITY).build(), logits);
      answer = logits.like(LOGITS, logits.shape());
    }
    LossLayer.Builder loss = new LossLayer.Builder(LossFunction.MCXENT);
    add(SOFTMAX, loss.activation(Activation.SOFTMAX).build(), answer);
  }

  private Node image(String name, Shape shape) {
    Node node = Node.image(name, shape);
    images.add(node);
    return node;
  }

  private void add(String name, Layer layer, Node x) {
    graph.add(name, layer, x.name());
  }

  private void add(String name, GraphVertex vertex, List<Node> xs) {
    graph.add(name, vertex, xs.stream().map(Node::name).toList());
  }

  private void number(Made made, String key, INDArray array) {
    graph.number(made.name(), key, array);
  }

  private static INDArray array(NamedArray array) {
    int[] shape = array.shape().stream().mapToInt(Integer::intValue).toArray();
    return Nd4j.create(array.values(), shape, 'c');
  }

  private static INDArray row(NamedArray array) {
    return Nd4j.create(array.values(), new int[] {1, array.values().length}, 'c');
  }
}
