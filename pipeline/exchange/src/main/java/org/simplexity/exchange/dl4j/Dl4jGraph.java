package org.simplexity.exchange.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.util.ModelSerializer;
import org.simplexity.exchange.ExchangeException;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.exchange.layers.LayerWriter;
import org.simplexity.kernel.NativeEnvironment;
import org.simplexity.kernel.Shape;

/**
 * Finished networks as zip files of DL4J's {@code ModelSerializer}.
 *
 * <p>Written are {@code ComputationGraph}s of standard layers, which anybody with DL4J restores:
 * input {@code images} [batch, channels, height, width], layer {@code logits}, output {@code
 * softmax}. A dilated kernel becomes a larger one with zeros between its taps.
 */
public final class Dl4jGraph {
  private Dl4jGraph() {}

  /**
   * Writes a zip.
   *
   * @param finished network with its numbers
   * @param file target, replaced if it exists
   * @throws IOException if the file cannot be written
   * @throws ExchangeException if the network has mixtures without γ, or an unknown operation
   */
  public static void write(FinishedNetwork finished, Path file) throws IOException {
    NativeEnvironment.prepare();
    Dl4jSink sink = new Dl4jSink();
    new LayerWriter(finished, sink).write();
    ModelSerializer.writeModel(sink.graph(), file.toFile(), false);
  }

  /**
   * Reads a {@code ComputationGraph} or a {@code MultiLayerNetwork} into the kernel.
   *
   * @param file zip of DL4J's {@code ModelSerializer}
   * @param input shape of the images: the zip does not always tell it
   * @throws ExchangeException if the file is missing, no such zip or truncated, has a layer that is
   *     not supported, or reads other images; the message names file and layer
   */
  public static FinishedNetwork read(Path file, Shape input) {
    return Dl4jZip.open(file).steps().convert(new Conversion(file, input));
  }
}
