package org.simplexity.exchange.dl4j;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.simplexity.exchange.Evaluator;
import org.simplexity.exchange.Probabilities;
import org.simplexity.exchange.layers.LayerSink;
import org.simplexity.kernel.Shape;

/**
 * A zip of DL4J's {@code ModelSerializer} in DL4J itself.
 *
 * <p>The logits are those of the layer {@code logits} where there is one; otherwise the output, its
 * logarithm if that is probabilities.
 */
public final class Dl4jEvaluator implements Evaluator {
  private final UnaryOperator<INDArray> network;
  private final Shape input;
  private final int classes;

  private Dl4jEvaluator(UnaryOperator<INDArray> network, Shape input) {
    this.network = network;
    this.input = input;
    this.classes = run(new float[input.size()], 1).length;
  }

  /**
   * Opens a zip.
   *
   * @param file zip of DL4J's {@code ModelSerializer}
   * @param input shape of the images
   * @throws org.simplexity.exchange.ExchangeException if the file is missing, no such zip or
   *     truncated
   */
  public static Dl4jEvaluator open(Path file, Shape input) {
    Dl4jZip zip = Dl4jZip.open(file);
    if (!zip.isGraph()) {
      MultiLayerNetwork chain = zip.restoreChain();
      return new Dl4jEvaluator(images -> chain.output(images, false), input);
    }
    ComputationGraph graph = zip.restoreGraph();
    List<String> layers =
        graph.getConfiguration().getVertices().containsKey(LayerSink.LOGITS)
            ? List.of(LayerSink.LOGITS)
            : graph.getConfiguration().getNetworkOutputs();
    return new Dl4jEvaluator(
        images -> graph.output(layers, false, new INDArray[] {images}, null)[0], input);
  }

  @Override
  public Shape input() {
    return input;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public float[] logits(float[] images, int count) {
    return Probabilities.toLogits(run(images, count), count);
  }

  private float[] run(float[] images, int count) {
    float[] pixels = Arrays.copyOf(images, count * input.size());
    int[] shape = {count, input.channels(), input.height(), input.width()};
    INDArray answer = network.apply(Nd4j.create(pixels, shape, 'c'));
    return answer.dup('c').data().asFloat();
  }

  /** Nothing to do: DL4J leaves its memory to the garbage collector. */
  @Override
  public void close() {}
}
