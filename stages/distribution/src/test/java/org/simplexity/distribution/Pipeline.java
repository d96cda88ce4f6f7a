package org.simplexity.distribution;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simplexity.tracking.MlflowTracker;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.TrackerSettings;

/** The real {@code dist/} at work on a small experiment: 240 digits, a few epochs. */
final class Pipeline {
  /** Name of the experiment. */
  static final String NAME = "small";

  /** Test images of the bundled digits: a fifth of 1797. */
  static final int TEST_IMAGES = 359;

  private static final String EXPERIMENT =
      """
      name: small
      description: The whole way, small.
      seed: 3
      data: {limit: 240, validation: 0.5, augment: {crop: 1}}
      space: {nodes: 2, channels: 4}
      search: {epochs: 2, batch: 40}
      train: {epochs: 8, batch: 40}
      runtime: {threads: 2, parallel_tasks: 2, heap_mb: 256}
      """;

  private static final Pattern RUN = Pattern.compile("/runs/([0-9a-f]{32})");

  private final Path folder;
  private final URI server;

  /**
   * How a command ended.
   *
   * @param code its exit code
   * @param said what it said on both outputs
   */
  record Ended(int code, String said) {
    /** Whether the run of the experiment is named. */
    boolean namesRun() {
      return RUN.matcher(said).find();
    }

    /** Id of the run of the experiment. */
    String parent() {
      Matcher found = RUN.matcher(said);
      if (!found.find()) {
        throw new AssertionError("no run is named in: " + said);
      }
      return found.group(1);
    }
  }

  /** Something that becomes true. */
  interface Condition {
    /** Whether it is true now. */
    boolean holds() throws Exception;
  }

  /** A process and the file of what it says. */
  record Running(Process process, Path said) {
    /** What it has said so far. */
    Ended soFar() throws IOException {
      return new Ended(-1, Files.readString(said));
    }

    /** Waits until it is so, or the process has ended. */
    void await(Condition condition) throws Exception {
      while (!condition.holds()) {
        if (!process.isAlive()) {
          throw new AssertionError("ended before: " + Files.readString(said));
        }
        Thread.sleep(200);
      }
    }

    Ended end() throws IOException, InterruptedException {
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroy();
        throw new AssertionError("no end within ten minutes: " + Files.readString(said));
      }
      return new Ended(process.exitValue(), Files.readString(said));
    }
  }

  /** Works in a folder and tracks on a server. */
  Pipeline(Path folder, URI server) {
    this.folder = folder;
    this.server = server;
  }

  /** Runs the small experiment with more arguments. */
  Ended run(String... more) throws IOException, InterruptedException {
    return start(more).end();
  }

  /** Begins to run the small experiment with more arguments. */
  Running start(String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of(more));
    words.addAll(0, List.of("run", experiment()));
    words.addAll(List.of("--work", work().toString(), "--tracking-uri", server.toString()));
    return java("cli.jar", words);
  }

  /** Runs the small experiment against the baseline {@code main}, and writes to {@code out}. */
  Ended regress(String... more) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("regress", experiment(), "--baseline", "main"));
    words.addAll(List.of("--out", folder.resolve("out").toString(), "--seeds", "3"));
    words.addAll(List.of("--work", work().toString(), "--tracking-uri", server.toString()));
    words.addAll(List.of(more));
    return java("cli.jar", words).end();
  }

  /** Arguments that name the images of the small experiment besides these. */
  List<String> withData(List<String> words) throws IOException {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--data", experiment()));
    return all;
  }

  /** The file of the small experiment. */
  String experiment() throws IOException {
    return Files.writeString(folder.resolve("small.yaml"), EXPERIMENT).toString();
  }

  /** Starts a jar of {@code dist/} as anybody would, without the launcher. */
  Running java(String jar, List<String> arguments) throws IOException {
    return java(jar, arguments, Map.of());
  }

  /** The same with more variables. */
  Running java(String jar, List<String> arguments, Map<String, String> variables)
      throws IOException {
    List<String> words = new ArrayList<>(arguments);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = Checkout.ROOT.resolve("dist").resolve(jar).toString();
    words.addAll(0, List.of(java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-jar", path));
    Path said = Files.createTempFile(folder, "said", ".txt");
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().remove("MLFLOW_TRACKING_URI");
    builder.environment().putAll(variables);
    return new Running(builder.redirectOutput(said.toFile()).start(), said);
  }

  /** Folder of logs, checkpoints and the report. */
  Path work() {
    return folder.resolve("work");
  }

  /** The server's own view. */
  Tracker tracker() {
    return MlflowTracker.connect(
        server, TrackerSettings.defaults().withJournal(folder.resolve("journal")));
  }
}
