package org.simplexity.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.simplexity.airflow.testing.AirflowServer;

/** The file that the client is generated from is that of the Airflow that we run. */
class PinnedFileTest {
  private static final Path MODULE = Path.of("../airflow-api");
  private static final Path REQUIREMENTS = Path.of("../../dags/requirements.in");

  static String pinned() throws IOException {
    return found("x-airflow-version: (\\S+)", Files.readString(MODULE.resolve("airflow.yaml")));
  }

  @Test
  void itCarriesTheVersionThatTheDagsRunOn() throws IOException {
    String wanted =
        found("(?m)^apache-airflow(?:\\[[^\\]]*\\])?==(\\S+)", Files.readString(REQUIREMENTS));
    assertThat(pinned()).isEqualTo(wanted);
  }

  @Test
  void itIsWhatTheScriptMakesOfTheInstalledOne() throws IOException, InterruptedException {
    Path python =
        AirflowServer.program()
            .map(program -> program.resolveSibling("python"))
            .orElseGet(() -> Assumptions.abort("no Airflow: set " + AirflowServer.VENV));
    Process script =
        new ProcessBuilder(python.toString(), MODULE.resolve("normalise.py").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String made = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(script.waitFor()).isZero();
    assertThat(made).isEqualTo(Files.readString(MODULE.resolve("airflow.yaml")));
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
