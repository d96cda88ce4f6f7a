package org.simplexity.exchange.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import onnx.Onnx.ModelProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;
import org.simplexity.exchange.ExchangeException;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.exchange.layers.LayerWriter;

/**
 * Writes finished networks as ONNX models.
 *
 * <p>Input {@code images} [batch, channels, height, width], output {@code logits} [batch, classes],
 * both of floats; the batch is free. Weights keep their names, layers those of their weights.
 * Mixtures are written as Σ γ_k x_k if the network has its γ.
 */
public final class OnnxModel {
  private static final int OPERATOR_SET = 17;

  /** The version of the format that came with operator set 17. */
  private static final int FORMAT = 8;

  private OnnxModel() {}

  /**
   * Writes a model.
   *
   * @param finished network with its numbers
   * @param texts what a reader should know, by key, such as a card's
   * @param file target, replaced if it exists
   * @throws IOException if the file cannot be written
   * @throws ExchangeException if the network has mixtures without γ, or an unknown operation
   */
  public static void write(FinishedNetwork finished, Map<String, String> texts, Path file)
      throws IOException {
    OnnxSink sink = new OnnxSink();
    new LayerWriter(finished, sink).write();
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT)
            .setProducerName("Simplexity")
            .setProducerVersion(version())
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
            .setGraph(sink.graph());
    texts.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    try (OutputStream out = Files.newOutputStream(file)) {
      model.build().writeTo(out);
    }
  }

  private static String version() {
    return Optional.ofNullable(OnnxModel.class.getPackage().getImplementationVersion()).orElse("");
  }
}
