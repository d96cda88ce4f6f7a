package org.simplexity.exchange.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.simplexity.exchange.Evaluator;
import org.simplexity.exchange.ExchangeException;
import org.simplexity.exchange.Probabilities;
import org.simplexity.kernel.Shape;

/**
 * An ONNX model in ONNX Runtime, on one thread so that the same images give the same bits.
 *
 * <p>Takes any model with one input [batch, channels, height, width] of floats and one output
 * [batch, classes]; where the output is probabilities, {@link #logits} are their logarithms.
 */
public final class OnnxEvaluator implements Evaluator {
  private final Path file;
  private final OrtSession session;
  private final String images;
  private final Shape input;
  private final int batch;
  private final int classes;

  private OnnxEvaluator(Path file, OrtSession session, Shape input) throws OrtException {
    this.file = file;
    this.session = session;
    this.input = input;
    NodeInfo node = only("inputs", session.getInputInfo().values());
    this.images = node.getName();
    this.batch = check(node);
    only("outputs", session.getOutputInfo().values());
    int first = Math.max(1, batch);
    this.classes = run(new float[first * input.size()], first).length / first;
  }

  /**
   * Opens a model.
   *
   * @param file ONNX model
   * @param input shape of the images that it will be asked about
   * @throws ExchangeException if the file is missing, no ONNX model, damaged, or reads other images
   */
  public static OnnxEvaluator open(Path file, Shape input) {
    if (!Files.isRegularFile(file)) {
      throw new ExchangeException(file + ": there is no such file");
    }
    try {
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString(), options);
      return new OnnxEvaluator(file, session, input);
    } catch (OrtException e) {
      throw new ExchangeException(
          "%s is not an ONNX model that ONNX Runtime reads: %s".formatted(file, e.getMessage()), e);
    }
  }

  private NodeInfo only(String what, Collection<NodeInfo> nodes) {
    if (nodes.size() != 1) {
      List<String> names = nodes.stream().map(NodeInfo::getName).toList();
      throw new ExchangeException(
          "%s has %d %s %s; one is supported: images in, logits out"
              .formatted(file, nodes.size(), what, names));
    }
    return nodes.iterator().next();
  }

  /** The fixed batch size, or -1. */
  private int check(NodeInfo node) {
    ValueInfo info = node.getInfo();
    long[] wanted = {-1, input.channels(), input.height(), input.width()};
    long[] shape = info instanceof TensorInfo tensor ? tensor.getShape() : new long[0];
    boolean fits = shape.length == wanted.length;
    for (int axis = 1; fits && axis < wanted.length; axis++) {
      fits = shape[axis] < 0 || shape[axis] == wanted[axis];
    }
    if (!fits) {
      throw new ExchangeException(
          "%s reads '%s' of shape %s [batch, channels, height, width], the images are %s"
              .formatted(file, images, Arrays.toString(shape), input));
    }
    return (int) shape[0];
  }

  @Override
  public Shape input() {
    return input;
  }

  @Override
  public int classes() {
    return classes;
  }

  /** What the model's file says of itself, by key. */
  public Map<String, String> texts() {
    try {
      return Map.copyOf(session.getMetadata().getCustomMetadata());
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  @Override
  public float[] logits(float[] pixels, int count) {
    try {
      float[] answers = batch > 0 ? inBatches(pixels, count) : run(pixels, count);
      return Probabilities.toLogits(answers, count);
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  private ExchangeException failed(OrtException e) {
    return new ExchangeException("%s cannot be run: %s".formatted(file, e.getMessage()), e);
  }

  /** For models of a fixed batch; the last one is filled up with zeros. */
  private float[] inBatches(float[] pixels, int count) throws OrtException {
    float[] answers = new float[count * classes];
    for (int first = 0; first < count; first += batch) {
      int some = Math.min(batch, count - first);
      float[] part = new float[batch * input.size()];
      System.arraycopy(pixels, first * input.size(), part, 0, some * input.size());
      System.arraycopy(run(part, batch), 0, answers, first * classes, some * classes);
    }
    return answers;
  }

  private float[] run(float[] pixels, int count) throws OrtException {
    FloatBuffer values = FloatBuffer.wrap(pixels, 0, count * input.size()).slice();
    long[] shape = {count, input.channels(), input.height(), input.width()};
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, shape);
        OrtSession.Result result = session.run(Map.of(images, tensor))) {
      OnnxTensor answer = (OnnxTensor) result.get(0);
      FloatBuffer buffer = answer.getFloatBuffer();
      float[] copy = new float[buffer.remaining()];
      buffer.get(copy);
      return copy;
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw failed(e);
    }
  }
}
