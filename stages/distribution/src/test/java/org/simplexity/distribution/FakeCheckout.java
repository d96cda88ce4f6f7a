package org.simplexity.distribution;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A checkout with the real launcher and a build tool that only writes down that it was called: it
 * lays out an empty {@code dist/cli.jar}, or fails when there is a file {@code broken}.
 */
final class FakeCheckout {
  private static final String BUILD_TOOL =
      """
      #!/bin/sh
      cd "$(dirname "$0")"
      echo "$@" >>calls
      sleep "${FAKE_BUILD_SECONDS:-0}"
      if [ -e broken ]; then
        echo '[INFO] chatter'
        echo '[ERROR] Kernel.java:[3,1] cannot find symbol'
        exit 1
      fi
      mkdir -p dist/lib && : >dist/cli.jar
      """;

  private final Path folder;

  /** Makes it in an empty folder. */
  FakeCheckout(Path folder) throws IOException {
    this.folder = folder;
    try (Stream<Path> files = Files.walk(Checkout.ROOT.resolve("launcher"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy(Checkout.ROOT.relativize(file));
      }
    }
    copy(Path.of("simplexity"));
    for (String file : List.of("LICENSE", "NOTICE", "pom.xml", ".mvn/maven.config")) {
      write(file, "as it was");
    }
    write("pipeline/kernel/pom.xml", "<project/>");
    write("pipeline/kernel/src/main/java/Kernel.java", "class Kernel {}");
    write("pipeline/kernel/src/test/java/KernelTest.java", "class KernelTest {}");
    write("stages/search/pom.xml", "<project/>");
    write("mvnw", BUILD_TOOL);
    if (!folder.resolve("mvnw").toFile().setExecutable(true)) {
      throw new IOException("cannot make mvnw executable");
    }
  }

  /** Writes a file below the folder. */
  void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** How often the build tool ran. */
  long builds() throws IOException {
    Path calls = folder.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  /** Runs a command of the launcher. */
  Shell.Outcome simplexity(String arguments) throws IOException, InterruptedException {
    return shell(Map.of()).run(command(arguments));
  }

  /** A shell in the folder. */
  Shell shell(Map<String, String> environment) {
    return new Shell(folder, environment);
  }

  /** The launcher with arguments, as a command. */
  static String[] command(String arguments) {
    return Splitter.on(" ").splitToStream("./simplexity " + arguments).toArray(String[]::new);
  }

  private void copy(Path file) throws IOException {
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    Files.copy(Checkout.ROOT.resolve(file), target);
  }
}
