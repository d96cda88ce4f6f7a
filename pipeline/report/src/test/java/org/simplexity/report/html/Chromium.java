package org.simplexity.report.html;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium that opens one page and tells what became of it. */
record Chromium(Path program) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--enable-logging=stderr",
          "--v=0",
          "--window-size=1200,2000",
          "--virtual-time-budget=10000");

  /**
   * The page after its scripts have run.
   *
   * @param dom its elements, as HTML, without scripts
   * @param console lines of the console, errors of loading included
   */
  record Opened(String dom, List<String> console) {}

  /**
   * The browser of this machine; without one the test is skipped, or fails where it is required.
   */
  static Chromium required() {
    Optional<Path> found = find();
    if (found.isEmpty() && System.getenv("SIMPLEXITY_REQUIRE_CHROMIUM") != null) {
      throw new AssertionError("SIMPLEXITY_REQUIRE_CHROMIUM is set, but there is no Chromium");
    }
    if (found.isEmpty()) {
      abort("no Chromium here: install one or name it in the variable CHROMIUM");
    }
    return new Chromium(found.get());
  }

  Opened open(Path page, Path scratch) throws IOException, InterruptedException {
    Path out = scratch.resolve("dom.html");
    Path err = scratch.resolve("log.txt");
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(FLAGS);
    command.add("--user-data-dir=" + scratch.resolve("profile"));
    command.add("--dump-dom");
    command.add(page.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("Chromium did not end; its log: " + read(err));
    }
    String dom = read(out).replaceAll("(?s)<script.*?</script>", "");
    return new Opened(dom, read(err).lines().filter(l -> l.contains("CONSOLE")).toList());
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static Optional<Path> find() {
    String named = System.getenv("CHROMIUM");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
