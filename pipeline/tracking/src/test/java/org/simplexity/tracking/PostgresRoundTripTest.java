package org.simplexity.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.tracking.testing.MlflowServer;
import org.simplexity.tracking.testing.OnPostgres;

/** The same round trips with runs in a real PostgreSQL, as a cluster keeps them. */
@OnPostgres
class PostgresRoundTripTest extends RoundTripTest {
  private final MlflowServer server;

  PostgresRoundTripTest(MlflowServer server) {
    super(server);
    this.server = server;
  }

  @Test
  void runsAreInPostgresAndItsPasswordIsInNoArgumentAndNoFile() throws IOException {
    assertThat(server.store().resolve("mlflow.db")).doesNotExist();
    assertThat(server.store().resolve("server.json")).content().doesNotContain("postgresql");
    List<String> arguments =
        ProcessHandle.allProcesses()
            .flatMap(process -> process.info().commandLine().stream())
            .filter(line -> line.contains("mlflow"))
            .toList();
    assertThat(arguments).isNotEmpty().noneMatch(line -> line.contains("postgres:postgres@"));
    assertThat(Files.readString(server.store().resolve("server.log"), StandardCharsets.UTF_8))
        .doesNotContain("postgres:postgres@");
  }
}
