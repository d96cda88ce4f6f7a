package org.simplexity.exchange.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.exchange.ModelCard;
import org.simplexity.exchange.dl4j.Dl4jGraph;
import org.simplexity.exchange.numpy.NumpyWeights;
import org.simplexity.exchange.onnx.OnnxModel;

/** A finished network as NumPy weights, ONNX model and zip of DL4J. */
public final class NetworkFiles {
  /** The weights by name. */
  public static final String NUMPY = "weights.npz";

  /** The ONNX model. */
  public static final String ONNX = "network.onnx";

  /** The computation graph of DL4J. */
  public static final String DL4J = "network.zip";

  private NetworkFiles() {}

  /**
   * Writes all three.
   *
   * @param network network with its numbers
   * @param card what its users have to know; the ONNX model carries it
   * @param folder an existing folder
   * @return the files
   * @throws IOException if one cannot be written
   */
  public static List<Path> write(FinishedNetwork network, ModelCard card, Path folder)
      throws IOException {
    Path numpy = folder.resolve(NUMPY);
    Path onnx = folder.resolve(ONNX);
    Path dl4j = folder.resolve(DL4J);
    NumpyWeights.write(network, numpy);
    OnnxModel.write(network, card.texts(), onnx);
    Dl4jGraph.write(network, dl4j);
    return List.of(numpy, onnx, dl4j);
  }
}
