package org.simplexity.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the front door says, and the exit codes it says it with. */
class LauncherTest {
  private static final Shell HERE = new Shell(Checkout.ROOT, Map.of("SIMPLEXITY_SKIP_BUILD", "1"));

  private static final List<String> EVERYWHERE =
      List.of(
          "awk",
          "basename",
          "bash",
          "cat",
          "cut",
          "df",
          "dirname",
          "env",
          "find",
          "git",
          "grep",
          "head",
          "mkdir",
          "readlink",
          "rm",
          "sed",
          "sha256sum",
          "sleep",
          "sort",
          "tr",
          "xargs");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "trigger",
        "regress",
        "runs",
        "describe",
        "simplex",
        "evaluate",
        "materialise",
        "family",
        "bench",
        "test",
        "mlflow",
        "airflow",
        "build",
        "completion"
      })
  void everyCommandHasHelp(String command) throws Exception {
    Shell.Outcome help = HERE.run("./simplexity", command, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.output()).startsWith("Usage: ./simplexity " + command);
    assertThat(HERE.run("./simplexity", "help", command).output()).isEqualTo(help.output());
    assertThat(HERE.run("./simplexity", "--help").output()).contains("  " + command + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu x.yaml | unknown command 'rnu'; did you mean 'run'?",
        "frobnicate | unknown command 'frobnicate'",
        "run | which experiment?",
        "describe | which network?",
        "simplex | which distribution?",
        "evaluate | which network?",
        "materialise | which family?",
        "family | which run?",
        "regress | which experiment?",
        "regres x.yaml | unknown command 'regres'; did you mean 'regress'?",
        "desribe --supernet | unknown command 'desribe'; did you mean 'describe'?",
        "mlflow | which of up, status and down?",
        "airflow | which of up, status and down?",
        "airflow dwon | unknown action 'dwon'; did you mean 'down'?",
        "bench | what is to be measured, step or perceptron?",
        "bench stp | unknown measurement 'stp'; did you mean 'step'?",
        "mlflow statsu | unknown action 'statsu'; did you mean 'status'?",
        "test --modul kernel | unknown option '--modul'; did you mean '--module'?",
        "test --module kernal | no module 'kernal'; did you mean 'kernel'?",
        "test --module dag | no module 'dag'; did you mean 'dags'?",
        "test --module | --module needs a name",
        "completion fish | no completion for 'fish'",
        "help rnu | no help on 'rnu'; did you mean 'run'?",
        "build now | build takes no arguments, got 'now'"
      })
  void badArgumentsEndWithTwoAndTheNearestChoice(String line, String message) throws Exception {
    Shell.Outcome outcome = HERE.run(FakeCheckout.command(line));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.errors()).contains(message).contains("see ./simplexity ");
    assertThat(outcome.output()).isEmpty();
  }

  @Test
  void theLauncherWorksFromAnotherFolderAndThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("x"), Checkout.ROOT.resolve("simplexity"));
    Shell.Outcome version = new Shell(folder, Map.of()).run(link.toString(), "--version");
    assertThat(version.code()).as(version.errors()).isZero();
    assertThat(version.output()).startsWith("simplexity 0.").contains("(");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "simplexity '' | run trigger describe simplex evaluate materialise family regress runs bench test mlflow airflow build completion help --help --version",
        "simplexity bench s | step",
        "simplexity bench step --ex | --export",
        "simplexity mlflow u | up",
        "simplexity airflow st | status",
        "simplexity completion '' | bash zsh --help",
        "simplexity run --par | --parallel",
        "simplexity regress --pro | --promote",
        "simplexity runs --co | --compare",
        "./simplexity test --module ker | kernel",
        "./simplexity test --module dag | dags"
      })
  void bashCompletesCommandsOptionsAndModules(String line, String choices) throws Exception {
    String script =
        "source <(./simplexity completion bash); COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]}-1));"
            + " _simplexity; echo ${COMPREPLY[@]}";
    Shell.Outcome outcome = HERE.run("bash", "-c", script.formatted(line));
    assertThat(outcome.output().strip()).as(outcome.errors()).isEqualTo(choices);
  }

  @Test
  void aMachineWithoutJavaIsToldWhatToInstall() throws Exception {
    Shell.Outcome outcome = bare("").run("./simplexity", "build");
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.errors())
        .contains("Java 17 or newer is needed; there is none")
        .contains("apt-get install openjdk-17-jdk-headless")
        .contains("dnf install java-17-openjdk-devel")
        .contains("brew install openjdk@17");
  }

  @Test
  void anOldJavaIsNamedWithItsVersion() throws Exception {
    tool("java", "echo 'openjdk version \"1.8.0_402\"' >&2");
    Shell.Outcome outcome = bare("").run("./simplexity", "build");
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.errors()).contains("found only").contains("bin/java is Java 8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exit 127 | the one here is older",
        "case $2 in *ensurepip*) exit 1 ;; esac | Python lacks the modules venv and ensurepip"
      })
  void aPythonThatCannotMakeEnvironmentsIsNamed(String python, String message) throws Exception {
    tool("python3", python);
    Shell.Outcome outcome = bare("").run("./simplexity", "mlflow", "up");
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.errors()).contains(message).contains("apt-get install python3 python3-venv");
  }

  /** A shell in a fake checkout whose PATH holds nothing but what every Unix has. */
  private Shell bare(String javaHome) throws IOException {
    new FakeCheckout(folder.resolve("checkout"));
    for (String name : EVERYWHERE) {
      Path link = bin().resolve(name);
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, found(name));
      }
    }
    return new Shell(
        folder.resolve("checkout"), Map.of("PATH", bin().toString(), "JAVA_HOME", javaHome));
  }

  private void tool(String name, String script) throws IOException {
    Path file = Files.writeString(bin().resolve(name), "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Path bin() throws IOException {
    return Files.createDirectories(folder.resolve("bin"));
  }

  private static Path found(String name) {
    return Splitter.on(":")
        .splitToStream(System.getenv("PATH"))
        .map(entry -> Path.of(entry, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not on the PATH"));
  }
}
