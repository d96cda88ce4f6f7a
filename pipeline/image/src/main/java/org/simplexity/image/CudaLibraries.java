package org.simplexity.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The libraries of an image for GPUs, on a machine that may have no GPU. */
final class CudaLibraries {
  private static final String BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";

  /** What only NVIDIA's driver has, and no redistributable library. */
  private static final Set<String> DRIVER = Set.of("libcuda.so.1", "libnvidia-ml.so.1");

  private static final Pattern MISSING = Pattern.compile("(lib\\S+\\.so[.\\d]*): cannot open");

  private CudaLibraries() {}

  /** Whether this program was built for CUDA. */
  static boolean areThere() {
    return CudaLibraries.class.getClassLoader().getResource(BACKEND) != null;
  }

  /**
   * Opens every library below a folder, those first that others need.
   *
   * @return how many, and which wait for the driver of a machine with a GPU
   * @throws IllegalStateException if a library cannot be opened for another reason
   */
  static Opened open(Path folder) {
    Map<Path, String> closed = new TreeMap<>();
    shared(folder).forEach(library -> closed.put(library, ""));
    int all = closed.size();
    for (int before = -1; before != closed.size(); ) {
      before = closed.size();
      closed.keySet().removeIf(library -> opens(library, closed));
    }
    closed.forEach((library, reason) -> requireDriver(library, reason, closed));
    return new Opened(all, closed);
  }

  /**
   * What could be opened.
   *
   * @param all number of libraries
   * @param closed those that wait for the driver
   */
  record Opened(int all, Map<Path, String> closed) {
    boolean hasDriver() {
      return closed.isEmpty();
    }

    String told() {
      String opened = "%d of %d libraries opened".formatted(all - closed.size(), all);
      return closed.isEmpty()
          ? opened
          : opened
              + "; there is no driver here, so nothing was computed, and these wait for it: "
              + closed.keySet().stream().map(CudaLibraries::name).collect(Collectors.joining(" "));
    }
  }

  private static Stream<Path> shared(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> name(file).contains(".so")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean opens(Path library, Map<Path, String> closed) {
    try {
      System.load(library.toString());
      return true;
    } catch (UnsatisfiedLinkError e) {
      closed.replace(library, String.valueOf(e.getMessage()));
      return false;
    }
  }

  private static void requireDriver(Path library, String reason, Map<Path, String> closed) {
    Matcher missing = MISSING.matcher(reason);
    boolean waits =
        missing.find()
            && (DRIVER.contains(missing.group(1))
                || closed.keySet().stream().anyMatch(p -> name(p).equals(missing.group(1))));
    if (!waits) {
      throw new IllegalStateException(name(library) + " cannot be opened: " + reason);
    }
  }

  private static String name(Path file) {
    return Objects.toString(file.getFileName());
  }
}
