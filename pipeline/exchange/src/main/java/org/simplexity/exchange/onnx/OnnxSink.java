package org.simplexity.exchange.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import org.jspecify.annotations.Nullable;
import org.simplexity.exchange.layers.LayerSink;
import org.simplexity.exchange.layers.Node;
import org.simplexity.exchange.layers.Normalisation;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.archive.NamedArray;
import org.simplexity.kernel.graph.Operation;
import org.simplexity.kernel.graph.Window;

/** Gathers the nodes and arrays of an ONNX graph. */
final class OnnxSink implements LayerSink {
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("simplexity");

  GraphProto graph() {
    return graph.build();
  }

  @Override
  public Node input(Shape shape) {
    graph.addInput(OnnxProtos.batchOf(IMAGES, shape.channels(), shape.height(), shape.width()));
    return Node.image(IMAGES, shape);
  }

  @Override
  public Node convolution(
      Made made, Node x, Window window, NamedArray weight, @Nullable NamedArray bias) {
    return convolution(made, x, window, weight, bias, 1);
  }

  @Override
  public Node depthwise(Made made, Node x, Window window, NamedArray weight) {
    return convolution(made, x, window, weight, null, x.shape().channels());
  }

  private Node convolution(
      Made made, Node x, Window window, NamedArray weight, @Nullable NamedArray bias, int groups) {
    List<String> inputs = new ArrayList<>(List.of(x.name(), initialise(weight)));
    if (bias != null) {
      inputs.add(initialise(bias));
    }
    List<AttributeProto> attributes = attributes(window);
    attributes.add(OnnxProtos.integers("dilations", twice(window.dilation())));
    attributes.add(OnnxProtos.integer("group", groups));
    add("Conv", made.name(), inputs, attributes);
    return Node.image(made.name(), made.shape());
  }

  @Override
  public Node dense(Made made, Node x, NamedArray weight, NamedArray bias) {
    List<String> inputs = List.of(x.name(), initialise(weight), initialise(bias));
    add("Gemm", made.name(), inputs, List.of(OnnxProtos.integer("transB", 1)));
    return Node.vector(made.name(), made.shape().channels());
  }

  @Override
  public Node maxPool(Made made, Node x, Window window) {
    add("MaxPool", made.name(), List.of(x.name()), attributes(window));
    return Node.image(made.name(), made.shape());
  }

  @Override
  public Node averagePool(Made made, Node x, Window window) {
    List<AttributeProto> attributes = attributes(window);
    attributes.add(OnnxProtos.integer("count_include_pad", 0));
    add("AveragePool", made.name(), List.of(x.name()), attributes);
    return Node.image(made.name(), made.shape());
  }

  private static List<AttributeProto> attributes(Window window) {
    int padding = window.padding();
    return new ArrayList<>(
        List.of(
            OnnxProtos.integers("kernel_shape", twice(window.kernel())),
            OnnxProtos.integers("strides", twice(window.stride())),
            OnnxProtos.integers("pads", List.of(padding, padding, padding, padding))));
  }

  private static List<Integer> twice(int extent) {
    return List.of(extent, extent);
  }

  @Override
  public Node globalAverage(Made made, Node x) {
    add("GlobalAveragePool", made.name(), List.of(x.name()), List.of());
    return Node.image(made.name(), made.shape());
  }

  @Override
  public Node rectify(Made made, Node x) {
    add("Relu", made.name(), List.of(x.name()), List.of());
    return x.like(made.name(), made.shape());
  }

  @Override
  public Node normalise(Made made, Node x, Normalisation numbers) {
    List<String> inputs =
        List.of(
            x.name(),
            initialise(orConstant(numbers.scale(), made, "scale", 1)),
            initialise(orConstant(numbers.shift(), made, "shift", 0)),
            initialise(numbers.mean()),
            initialise(numbers.variance()));
    AttributeProto epsilon = OnnxProtos.real("epsilon", numbers.epsilon());
    add("BatchNormalization", made.name(), inputs, List.of(epsilon));
    return x.like(made.name(), made.shape());
  }

  private static NamedArray orConstant(
      @Nullable NamedArray given, Made made, String role, float value) {
    if (given != null) {
      return given;
    }
    float[] values = new float[made.shape().channels()];
    Arrays.fill(values, value);
    return new NamedArray(made.name() + "." + role, List.of(values.length), values);
  }

  /** The batch's size is known only when the model runs: [batch, c, h, w] is put together there. */
  @Override
  public Node zero(Made made) {
    String name = made.name();
    Shape shape = made.shape();
    String one = initialise(OnnxProtos.integers(name + ".first", 0));
    String rest =
        initialise(
            OnnxProtos.integers(
                name + ".extents", shape.channels(), shape.height(), shape.width()));
    add("Shape", name + ".images", List.of(IMAGES), List.of());
    add("Gather", name + ".batch", List.of(name + ".images", one), List.of());
    AttributeProto axis = OnnxProtos.integer("axis", 0);
    add("Concat", name + ".shape", List.of(name + ".batch", rest), List.of(axis));
    add("ConstantOfShape", name, List.of(name + ".shape"), List.of());
    return Node.image(name, shape);
  }

  @Override
  public Node subsample(Made made, Node x, Operation.Subsample settings) {
    String name = made.name();
    int rows = last(made.shape().height(), settings.stride(), settings.rowOffset()) + 1;
    int columns = last(made.shape().width(), settings.stride(), settings.columnOffset()) + 1;
    String padded = pad(name, x, rows, columns);
    List<String> inputs =
        List.of(
            padded,
            initialise(
                OnnxProtos.integers(
                    name + ".starts", settings.rowOffset(), settings.columnOffset())),
            initialise(OnnxProtos.integers(name + ".ends", rows, columns)),
            initialise(OnnxProtos.integers(name + ".axes", 2, 3)),
            initialise(OnnxProtos.integers(name + ".steps", settings.stride(), settings.stride())));
    add("Slice", name, inputs, List.of());
    return Node.image(name, made.shape());
  }

  private static int last(int count, int stride, int offset) {
    return stride * (count - 1) + offset;
  }

  /** The value with zeros below and to the right where it has fewer rows or columns. */
  private String pad(String name, Node x, int rows, int columns) {
    int below = Math.max(0, rows - x.shape().height());
    int right = Math.max(0, columns - x.shape().width());
    if (below + right == 0) {
      return x.name();
    }
    String pads = initialise(OnnxProtos.integers(name + ".pads", 0, 0, 0, 0, 0, 0, below, right));
    add("Pad", name + ".padded", List.of(x.name(), pads), List.of());
    return name + ".padded";
  }

  @Override
  public Node concatenate(Made made, List<Node> xs) {
    add("Concat", made.name(), names(xs), List.of(OnnxProtos.integer("axis", 1)));
    return xs.get(0).like(made.name(), made.shape());
  }

  @Override
  public Node sum(Made made, List<Node> xs) {
    add("Sum", made.name(), names(xs), List.of());
    return xs.get(0).like(made.name(), made.shape());
  }

  private static List<String> names(List<Node> nodes) {
    return nodes.stream().map(Node::name).toList();
  }

  @Override
  public Node scale(Made made, Node x, double factor) {
    NamedArray number =
        new NamedArray(made.name() + ".factor", List.of(), new float[] {(float) factor});
    add("Mul", made.name(), List.of(x.name(), initialise(number)), List.of());
    return x.like(made.name(), made.shape());
  }

  @Override
  public Node flatten(Node x) {
    String name = x.name() + ".vector";
    add("Flatten", name, List.of(x.name()), List.of(OnnxProtos.integer("axis", 1)));
    return Node.vector(name, x.shape().size());
  }

  @Override
  public Node unflatten(Node x) {
    String name = x.name() + ".image";
    String axes = initialise(OnnxProtos.integers(name + ".axes", 2, 3));
    add("Unsqueeze", name, List.of(x.name(), axes), List.of());
    return Node.image(name, x.shape());
  }

  @Override
  public void finish(Node logits) {
    if (!logits.name().equals(LOGITS)) {
      add("Identity", LOGITS, List.of(logits.name()), List.of());
    }
    graph.addOutput(OnnxProtos.batchOf(LOGITS, logits.shape().channels()));
  }

  private String initialise(NamedArray array) {
    return initialise(OnnxProtos.tensor(array));
  }

  private String initialise(TensorProto tensor) {
    graph.addInitializer(tensor);
    return tensor.getName();
  }

  private void add(
      String type, String output, List<String> inputs, List<AttributeProto> attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(type)
            .setName(output)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(attributes));
  }
}
