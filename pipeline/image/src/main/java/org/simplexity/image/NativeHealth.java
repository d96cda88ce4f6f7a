package org.simplexity.image;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simplexity.kernel.Engine;

/**
 * Computes with each native library and compares with numbers by hand: a multiplication of two
 * matrices and a convolution on oneDNN and on ND4J's backend, a letter drawn, and the start of ONNX
 * Runtime.
 *
 * <p>Images are built with it, so that none is finished of which a library does not load. An image
 * for GPUs is built where there is none: then the libraries that need the driver are opened as far
 * as they can be, and it is said that nothing was computed.
 */
public final class NativeHealth {
  private final List<String> lines = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private boolean driver = !CudaLibraries.areThere();

  private NativeHealth() {}

  /**
   * Prints one line a check; ends with 3 if one fails.
   *
   * @param arguments a file for the same lines, or nothing
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    NativeHealth health = new NativeHealth();
    health.run();
    for (String file : arguments) {
      Files.write(Path.of(file), health.lines);
    }
    if (!health.broken.isEmpty()) {
      System.err.println("native libraries are not healthy: " + String.join(", ", health.broken));
      System.exit(3);
    }
  }

  private void run() {
    say("java: " + Runtime.version() + " on " + System.getProperty("os.arch"));
    if (CudaLibraries.areThere()) {
      check("cuda", this::openForCuda);
    }
    if (driver) {
      check("nd4j", () -> Arithmetic.check(Engine.ND4J));
    }
    check("onednn", () -> Arithmetic.check(Engine.ONEDNN));
    check("fonts", Lettering::check);
    check("onnxruntime", () -> "version " + OrtEnvironment.getEnvironment().getVersion());
  }

  /** The error and what caused it. */
  private static String reason(Throwable error) {
    return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
        .map(Throwable::toString)
        .collect(Collectors.joining(", because of "));
  }

  private void say(String line) {
    System.out.println(line);
    lines.add(line);
  }

  private String openForCuda() {
    CudaLibraries.Opened opened = CudaLibraries.open(Path.of(Start.HOME, "native"));
    driver = opened.hasDriver();
    return opened.told();
  }

  private void check(String name, Supplier<String> test) {
    try {
      say(name + ": " + test.get());
    } catch (RuntimeException | LinkageError e) {
      say(name + ": " + reason(e));
      broken.add(name);
    }
  }
}
