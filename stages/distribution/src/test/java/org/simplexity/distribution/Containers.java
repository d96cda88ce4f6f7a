package org.simplexity.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Images built by {@code docker/build} with buildah, and run by podman, with no Docker engine and
 * no registry. Their storage is a folder of its own.
 */
final class Containers implements AutoCloseable {
  private static final List<String> PROGRAMS = List.of("buildah", "podman", "runc");
  private final Path folder;
  private final Map<String, String> environment;

  private Containers(Path folder) throws IOException {
    this.folder = folder;
    Path engine = write("containers.conf", ENGINE);
    Path storage = write("storage.conf", STORAGE.formatted(driver(), folder, folder));
    this.environment =
        Map.of(
            "CONTAINERS_CONF",
            engine.toString(),
            "CONTAINERS_STORAGE_CONF",
            storage.toString(),
            "TMPDIR",
            Files.createDirectories(folder.resolve("tmp")).toString());
  }

  private static final String ENGINE =
      """
      [containers]
      default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
      netns = "host"
      [engine]
      runtime = "runc"
      """;

  private static final String STORAGE =
      """
      [storage]
      driver = "%s"
      graphroot = "%s/storage"
      runroot = "%s/run"
      """;

  /**
   * Containers in a folder. Without the programs, or the rights that they need, tests are skipped;
   * where servers are required and the programs could be installed, they fail.
   */
  static Containers in(Path folder) throws IOException {
    Optional<String> lacking = lacking();
    if (lacking.isPresent() && isRequired()) {
      throw new AssertionError(lacking.get());
    }
    Assumptions.assumeTrue(lacking.isEmpty(), lacking.orElse(""));
    return new Containers(folder);
  }

  private static Optional<String> lacking() {
    if (!System.getProperty("os.name").equals("Linux")
        || !System.getProperty("user.name").equals("root")) {
      return Optional.of("containers without an engine need root on Linux");
    }
    List<String> absent = PROGRAMS.stream().filter(name -> !isThere(name)).toList();
    if (!absent.isEmpty()) {
      return Optional.of(
          "containers need %s: apt-get install %s".formatted(absent, String.join(" ", absent)));
    }
    return Files.isDirectory(Path.of(System.getProperty("java.home"), "jmods"))
        ? Optional.empty()
        : Optional.of("images need a JDK with jmods, not " + System.getProperty("java.home"));
  }

  private static boolean isRequired() {
    return Stream.of("CI", "SIMPLEXITY_REQUIRE_SERVERS")
        .map(System::getenv)
        .anyMatch(value -> value != null && !value.isBlank());
  }

  private static boolean isThere(String program) {
    return Splitter.on(':')
        .splitToStream(System.getenv("PATH") + ":/usr/sbin:/sbin")
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  /** Overlays where the kernel lets us mount them here; else whole copies, which are slow. */
  private String driver() throws IOException {
    Path trial = Files.createDirectories(folder.resolve("trial"));
    for (String part : List.of("lower", "upper", "work", "merged")) {
      Files.createDirectories(trial.resolve(part));
    }
    String options = "lowerdir=%1$s/lower,upperdir=%1$s/upper,workdir=%1$s/work".formatted(trial);
    Shell shell = new Shell(folder, Map.of());
    String merged = trial.resolve("merged").toString();
    try {
      if (shell.run("mount", "-t", "overlay", "overlay", "-o", options, merged).code() != 0) {
        return "vfs";
      }
      shell.run("umount", merged);
      return "overlay";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Builds images of stages as {@code docker/build} does for everybody; its table of sizes. */
  String build(String... stages) throws IOException, InterruptedException {
    String root = Checkout.ROOT.resolve("docker").toString();
    say(List.of(root + "/test-base", folder.resolve("base").toString()));
    List<String> words = new ArrayList<>(List.of(root + "/build", "--engine", "buildah"));
    words.addAll(List.of("--no-jars", "--prefix", "localhost/test-", "--tag", "t"));
    words.addAll(List.of("--base", "localhost/simplexity-base"));
    words.addAll(List.of("--jdk", "localhost/simplexity-jdk"));
    words.addAll(Arrays.asList(stages));
    return say(words);
  }

  /** Name of the image of a stage. */
  static String image(String stage) {
    return "localhost/test-" + stage + ":t";
  }

  /** What podman says. */
  String podman(String... words) throws IOException, InterruptedException {
    return say(Stream.concat(Stream.of("podman"), Stream.of(words)).toList());
  }

  /**
   * Runs an image as engines do: read-only, without rights, on the machine's network, with a memory
   * file system for scratch on which nothing may be executed.
   *
   * @param work folder that becomes {@code /work}
   * @param words options of podman, the image, and its arguments
   */
  Shell.Outcome run(Path work, String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("podman", "run", "--rm", "--network", "host"));
    all.addAll(List.of("--read-only", "--read-only-tmpfs=false", "--cap-drop", "all"));
    all.addAll(List.of("--tmpfs", "/tmp:rw,noexec,nosuid,nodev,size=64m"));
    all.addAll(List.of("--security-opt", "no-new-privileges"));
    all.addAll(List.of("--volume", work + ":/work"));
    all.addAll(Arrays.asList(words));
    return outcome(all);
  }

  private String say(List<String> words) throws IOException, InterruptedException {
    Shell.Outcome outcome = outcome(words);
    assertThat(outcome.code()).as(words + " said: " + outcome.errors()).isZero();
    return outcome.output();
  }

  private Shell.Outcome outcome(List<String> words) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    ProcessBuilder builder = new ProcessBuilder(words).directory(Checkout.ROOT.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("SIMPLEXITY_MAVEN_ARGS");
    Process process =
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
    if (!process.waitFor(8, TimeUnit.MINUTES)) {
      process.destroy();
      throw new AssertionError("no end within eight minutes: " + words);
    }
    return new Shell.Outcome(
        process.exitValue(), Files.readString(output), Files.readString(errors));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Removes containers and images, and whatever their storage holds mounted. */
  @Override
  public void close() throws IOException, InterruptedException {
    outcome(List.of("podman", "rm", "--all", "--force"));
    outcome(List.of("buildah", "rm", "--all"));
    outcome(List.of("podman", "rmi", "--all", "--force"));
    outcome(List.of("umount", folder.resolve("storage/overlay").toString()));
  }
}
