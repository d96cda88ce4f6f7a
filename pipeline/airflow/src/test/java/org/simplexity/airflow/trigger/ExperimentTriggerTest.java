package org.simplexity.airflow.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.airflow.Airflow;
import org.simplexity.airflow.AirflowException;
import org.simplexity.airflow.AirflowException.Kind;
import org.simplexity.airflow.DagRun;
import org.simplexity.airflow.testing.AirflowServer;
import org.simplexity.experiment.file.InvalidExperimentException;

/**
 * The DAG of an experiment file at a real Airflow: there, not yet there, broken, or never there.
 */
@ExtendWith(AirflowServer.class)
@Timeout(120)
class ExperimentTriggerTest {
  private static final String DAG =
      """
      from airflow.providers.standard.operators.bash import BashOperator
      from airflow.sdk import DAG, Param

      with DAG("late", schedule=None, params={"search.epochs": Param(50, type="integer"),
                                              "experiment": Param("name: late\\n", type="string")}):
          BashOperator(task_id="plan", bash_command="echo {{ params['search.epochs'] }}")
      """;

  @TempDir Path folder;
  private final AirflowServer server;
  private final Airflow airflow;
  private final List<String> messages = new ArrayList<>();

  ExperimentTriggerTest(AirflowServer server) {
    this.server = server;
    this.airflow = server.connect();
  }

  @Test
  void aDagThatAirflowHasNotReadYetIsWaitedFor() throws Exception {
    Files.writeString(server.dags().resolve("late.py"), DAG);
    TriggerRequest request = request("late", "name: late\n", "search.epochs=3");
    DagRun run = new ExperimentTrigger(airflow, messages::add).start(request);
    assertThat(messages).singleElement().asString().contains("no DAG \"late\" yet");
    assertThat(run.dagId()).isEqualTo("late");
    assertThat(run.runId()).matches("simplexity__\\d{8}T\\d{6}Z__[a-z0-9]{6}");
    assertThat(run.conf()).containsOnlyKeys("search.epochs").containsValue(new IntNode(3));
    assertThat(airflow.require("late").paused()).isFalse();
  }

  @Test
  void anExperimentWhoseFileIsBrokenOverThereIsToldWithItsMistakes() throws Exception {
    while (airflow.importErrors().isEmpty()) {
      Thread.sleep(300);
    }
    assertRefused(
        "sea", Kind.BROKEN_DAG, "DAG \"sea\" has an import error in broken.py", "sea.yaml:2: nor");
  }

  @Test
  void anExperimentThatAirflowNeverHasIsToldWithTheNearest() throws Exception {
    assertRefused("chekced", Kind.UNKNOWN_DAG, "has no DAG \"chekced\"; did you mean \"checked\"?");
  }

  @Test
  void aDagOfSomethingElseIsNotTriggered() throws Exception {
    assertRefused("checked", Kind.BAD_USE, "DAG \"checked\" is not that of an experiment");
  }

  @Test
  void aFileWithMistakesIsRefusedBeforeAirflowIsAsked() throws Exception {
    TriggerRequest request = request("late", "name: late\nsede: 1\n");
    assertThatThrownBy(() -> new ExperimentTrigger(airflow, messages::add).start(request))
        .isInstanceOf(InvalidExperimentException.class)
        .hasMessageContaining("seed");
  }

  private void assertRefused(String name, Kind kind, String... parts) throws IOException {
    TriggerRequest request = request(name, "name: x\n");
    ExperimentTrigger trigger =
        new ExperimentTrigger(airflow, messages::add, Duration.ofSeconds(2));
    assertThatThrownBy(() -> trigger.start(request))
        .isInstanceOfSatisfying(
            AirflowException.class, thrown -> assertThat(thrown.kind()).isEqualTo(kind))
        .hasMessageContainingAll(parts);
  }

  private TriggerRequest request(String name, String text, String... overrides) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), text);
    return new TriggerRequest(file, List.of(overrides), Optional.empty(), Optional.empty());
  }
}
