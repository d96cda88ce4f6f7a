package org.simplexity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.tracking.TrackingException;

class TrackingServerTest {
  private static final URI ASKED = URI.create("http://asked:1");

  @TempDir private Path home;
  private final StringWriter messages = new StringWriter();

  @Test
  void theAddressAskedForWinsOverTheEnvironment() throws Exception {
    assertThat(server(Map.of("MLFLOW_TRACKING_URI", "http://named:2")).address(ASKED))
        .isEqualTo(ASKED);
  }

  @Test
  void theAddressOfTheEnvironmentWinsOverTheLocalServer() throws Exception {
    launcher("echo never; exit 1");
    Map<String, String> both =
        Map.of("MLFLOW_TRACKING_URI", "http://named:2 ", "SIMPLEXITY_HOME", home.toString());
    assertThat(server(both).address(null)).hasToString("http://named:2");
  }

  @Test
  void theLauncherStartsTheLocalServerAndItsAddressIsSaid() throws Exception {
    launcher("[ \"$*\" = 'mlflow up' ] && echo http://127.0.0.1:5001");
    Map<String, String> blank =
        Map.of("MLFLOW_TRACKING_URI", "", "SIMPLEXITY_HOME", home.toString());
    assertThat(server(blank).address(null)).hasToString("http://127.0.0.1:5001");
    assertThat(messages.toString()).contains("http://127.0.0.1:5001");
  }

  @Test
  void aLocalServerThatDoesNotStartSaysWhichOthersCouldBeNamed() throws Exception {
    launcher("exit 3");
    assertThatThrownBy(() -> server(Map.of("SIMPLEXITY_HOME", home.toString())).address(null))
        .isInstanceOf(TrackingException.class)
        .hasMessageContaining("MLFLOW_TRACKING_URI")
        .hasMessageContaining("--tracking-uri");
  }

  @Test
  void withoutLauncherAServerMustBeNamed() {
    assertThatThrownBy(() -> server(Map.of()).address(null))
        .isInstanceOf(TrackingException.class)
        .hasMessageContaining("no tracking server is named");
  }

  private TrackingServer server(Map<String, String> environment) {
    return new TrackingServer(environment, new PrintWriter(messages, true));
  }

  private void launcher(String script) throws IOException {
    Path file = Files.writeString(home.resolve("simplexity"), "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
