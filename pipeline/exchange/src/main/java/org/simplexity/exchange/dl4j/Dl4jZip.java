package org.simplexity.exchange.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.simplexity.exchange.ExchangeException;
import org.simplexity.kernel.NativeEnvironment;

/** A zip of DL4J's {@code ModelSerializer}, checked and restored. */
final class Dl4jZip {
  private static final String CONFIGURATION = "configuration.json";
  private static final String NUMBERS = "coefficients.bin";

  private final Path file;
  private final boolean graph;

  private Dl4jZip(Path file, boolean graph) {
    this.file = file;
    this.graph = graph;
  }

  /**
   * Checks that the file is whole and a DL4J network.
   *
   * @throws ExchangeException if it is not
   */
  static Dl4jZip open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ExchangeException(file + ": there is no such file");
    }
    NativeEnvironment.prepare();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      readAll(zip);
      return new Dl4jZip(file, isGraph(zip, file));
    } catch (ZipException e) {
      throw new ExchangeException(
          "%s is no zip file, or a truncated or damaged one: %s".formatted(file, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new ExchangeException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Reading compares the checksum of every entry. */
  private static void readAll(ZipFile zip) throws IOException {
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      try (InputStream in = zip.getInputStream(entries.nextElement())) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private static boolean isGraph(ZipFile zip, Path file) throws IOException {
    ZipEntry configuration = zip.getEntry(CONFIGURATION);
    if (configuration == null || zip.getEntry(NUMBERS) == null) {
      throw new ExchangeException(
          "%s is a zip file, but no network of DL4J: it needs %s and %s"
              .formatted(file, CONFIGURATION, NUMBERS));
    }
    try (InputStream in = zip.getInputStream(configuration)) {
      JsonNode tree = new ObjectMapper().readTree(in);
      return tree.has("vertices");
    }
  }

  Steps steps() {
    return graph ? Steps.of(restoreGraph()) : Steps.of(restoreChain());
  }

  /** Whether the zip holds a {@code ComputationGraph}, not a {@code MultiLayerNetwork}. */
  boolean isGraph() {
    return graph;
  }

  ComputationGraph restoreGraph() {
    return restored(() -> ModelSerializer.restoreComputationGraph(file.toFile(), false));
  }

  MultiLayerNetwork restoreChain() {
    return restored(() -> ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false));
  }

  private <T> T restored(Restoring<T> restoring) {
    try {
      return restoring.restore();
    } catch (IOException | RuntimeException e) {
      throw new ExchangeException(
          "%s is no network that DL4J 1.0.0-M2.1 restores: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** What may fail in many ways if the file is not DL4J's own. */
  private interface Restoring<T> {
    T restore() throws IOException;
  }
}
