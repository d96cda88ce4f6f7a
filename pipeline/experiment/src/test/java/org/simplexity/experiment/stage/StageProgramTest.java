package org.simplexity.experiment.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageProgramTest {
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream protocol = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  @TempDir Path folder;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(protocol, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void aMissingArgumentIsABadExperiment() {
    assertThat(run("--experiment", "x.yaml")).isEqualTo(2);
    assertThat(said(errors)).contains("--tracking-uri");
  }

  @Test
  void aMissingFileIsABadExperiment() {
    assertThat(run("--experiment", "no.yaml", "--tracking-uri", "http://127.0.0.1:1")).isEqualTo(2);
    assertThat(said(errors)).contains("search: bad experiment or arguments: no.yaml: no such file");
    assertThat(said(protocol)).contains("\"event\":\"result\"", "\"status\":\"failed\"");
  }

  @Test
  void threeMistakesInTheFileAreToldAtOnce() throws IOException {
    Path file = folder.resolve("wrong.yaml");
    Files.writeString(file, "nam: x\nseed: one\nsearch: {epochs: -1}\n");
    assertThat(run("--experiment", file.toString(), "--tracking-uri", "http://127.0.0.1:1"))
        .isEqualTo(2);
    assertThat(said(errors))
        .contains(":1:1: nam: unknown key; did you mean \"name\"?")
        .contains(":2:7: seed: \"one\" is of the wrong type")
        .contains(":3:18: search.epochs: \"-1\" is impossible");
  }

  @Test
  void anUnreachableTrackingServerIsAFailureOfTheInfrastructure() throws IOException {
    Path file = Files.writeString(folder.resolve("x.yaml"), "name: x");
    assertThat(
            run(
                "--experiment",
                file.toString(),
                "--tracking-uri",
                "http://127.0.0.1:1",
                "--work",
                folder.toString()))
        .isEqualTo(3);
    assertThat(said(errors)).contains("http://127.0.0.1:1").doesNotContain("\tat ");
  }

  private static int run(String... args) {
    return StageProgram.run(args, "search", new AbstractModule() {});
  }

  private static String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
