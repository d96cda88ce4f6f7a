package org.simplexity.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.simplexity.airflow.testing.AirflowServer;

/** DAG runs from their trigger to what is left of them; all start at once, as they take seconds. */
@ExtendWith(AirflowServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class RunsTest {
  private static final String RUN = "first";
  private static final String SECOND = "second";
  private Airflow airflow;

  @BeforeAll
  void trigger(AirflowServer server) {
    airflow = server.connect();
    Stream.of("mapped", "failing", "flaky", "slow", "scheduled", "checked")
        .forEach(airflow::unpause);
    Stream.of("mapped", "failing", "flaky", "slow")
        .forEach(dag -> airflow.trigger(dag, RUN, Map.of()));
    airflow.trigger("mapped", SECOND, Map.of());
    airflow.trigger(
        "checked", RUN, Map.of("epochs", new IntNode(7), "start", new TextNode("inherited")));
  }

  @Test
  void mappedTasksHaveTheirLabelsTimesAndResults() throws InterruptedException {
    List<RunState> told = new ArrayList<>();
    DagRun run = airflow.awaitEnd("mapped", RUN, told::add);
    assertThat(run.state()).isEqualTo(RunState.SUCCESS);
    assertThat(told).contains(RunState.RUNNING).endsWith(RunState.SUCCESS);
    assertThat(run.time()).isGreaterThan(Duration.ZERO);
    List<TaskInstance> work = tasks("mapped", "work");
    assertThat(work).extracting(TaskInstance::mapIndex).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(work)
        .allSatisfy(
            task -> {
              assertThat(task.name()).isEqualTo("work[seed=" + task.mapIndex() + "]");
              assertThat(task.state()).isEqualTo(TaskState.SUCCESS);
              assertThat(task.tries()).isEqualTo(1);
              assertThat(task.time())
                  .isEqualTo(
                      Duration.between(task.start().orElseThrow(), task.end().orElseThrow()));
              assertThat(airflow.xcom("mapped", RUN, "work", task.mapIndex(), "return_value"))
                  .contains(new TextNode("seed is " + task.mapIndex()));
            });
    JsonNode plan = airflow.xcom("mapped", RUN, "plan", -1, "return_value").orElseThrow();
    assertThat(plan.path("page").asText()).isEqualTo("http://127.0.0.1:1/#/runs/1");
    assertThat(plan.path("seeds")).hasSize(3);
    assertThat(airflow.xcom("mapped", RUN, "plan", -1, "outcome")).isEmpty();
  }

  @Test
  void aFailedTaskShowsItsLogAndRunsAgainWhenAsked() throws InterruptedException {
    assertThat(airflow.awaitEnd("failing", RUN).state()).isEqualTo(RunState.FAILED);
    assertThat(state("failing", "fine")).isEqualTo(TaskState.SUCCESS);
    assertThat(state("failing", "after")).isEqualTo(TaskState.UPSTREAM_FAILED);
    TaskInstance failed = tasks("failing", "fails").get(0);
    assertThat(failed.state()).isEqualTo(TaskState.FAILED);
    List<LogLine> log = airflow.log("failing", RUN, failed, 1);
    assertThat(log)
        .extracting(LogLine::text)
        .contains("line 1", "line 30")
        .doesNotContain("line 31");
    assertThat(log)
        .extracting(LogLine::text)
        .anySatisfy(text -> assertThat(text).contains("exit code 4"));
    assertThat(log.get(log.size() - 1).time()).isPresent();
    assertThat(airflow.log("failing", RUN, failed, 2)).isEmpty();
    assertThat(airflow.retry("failing", RUN).state()).isEqualTo(RunState.QUEUED);
    airflow.awaitEnd("failing", RUN);
    assertThat(tasks("failing", "fails").get(0).tries()).isEqualTo(2);
    assertThat(tasks("failing", "fine").get(0).tries()).isEqualTo(1);
  }

  @Test
  void aTaskThatIsTriedAgainHasTheLogOfEachTry() throws InterruptedException {
    assertThat(airflow.awaitEnd("flaky", RUN).state()).isEqualTo(RunState.SUCCESS);
    TaskInstance task = tasks("flaky", "flaky").get(0);
    assertThat(task.tries()).isEqualTo(2);
    assertThat(airflow.log("flaky", RUN, task, 1))
        .extracting(LogLine::text)
        .contains("this is try 1");
    assertThat(airflow.log("flaky", RUN, task, 2))
        .extracting(LogLine::text)
        .contains("this is try 2");
  }

  @Test
  void oneOfSeveralMappedTasksIsClearedAlone() throws InterruptedException {
    airflow.awaitEnd("mapped", SECOND);
    List<TaskInstance> chosen = work(SECOND).stream().filter(t -> t.mapIndex() == 1).toList();
    List<TaskInstance> cleared = airflow.clear("mapped", SECOND, chosen);
    assertThat(cleared).extracting(TaskInstance::mapIndex).containsExactly(1);
    assertThat(airflow.awaitEnd("mapped", SECOND).state()).isEqualTo(RunState.SUCCESS);
    assertThat(work(SECOND))
        .allSatisfy(task -> assertThat(task.tries()).isEqualTo(task.mapIndex() == 1 ? 2 : 1));
  }

  private List<TaskInstance> work(String runId) {
    return airflow.tasks("mapped", runId).stream()
        .filter(task -> task.taskId().equals("work"))
        .toList();
  }

  @Test
  void aRunningRunIsCancelled() throws InterruptedException {
    while (state("slow", "slow") != TaskState.RUNNING) {
      Thread.sleep(200);
    }
    assertThat(airflow.cancel("slow", RUN).state()).isEqualTo(RunState.FAILED);
    assertThat(airflow.awaitEnd("slow", RUN).state()).isEqualTo(RunState.FAILED);
    while (!state("slow", "slow").ended()) {
      Thread.sleep(200);
    }
    assertThat(state("slow", "slow")).isIn(TaskState.FAILED, TaskState.SKIPPED);
  }

  @Test
  void valuesOfTheConfReachTheTasksAndOthersKeepTheirDefaults() throws InterruptedException {
    DagRun run = airflow.awaitEnd("checked", RUN);
    assertThat(run.conf())
        .containsOnly(
            Map.entry("epochs", new IntNode(7)), Map.entry("start", new TextNode("inherited")));
    assertThat(airflow.xcom("checked", RUN, "show", -1, "return_value"))
        .contains(new TextNode("7 64 inherited"));
  }

  @Test
  void daysThatHavePassedAreFilledIn() throws InterruptedException {
    Backfill backfill =
        airflow.backfill(
            "scheduled",
            Instant.parse("2026-02-01T00:00:00Z"),
            Instant.parse("2026-02-02T00:00:00Z"),
            Map.of());
    while (airflow.backfill(backfill.id()).completed().isEmpty()) {
      Thread.sleep(300);
    }
    Optional<DagRun> second = airflow.run("scheduled", "backfill__2026-02-02T00:00:00+00:00");
    assertThat(second).map(DagRun::state).contains(RunState.SUCCESS);
    assertThat(airflow.run("scheduled", "backfill__2026-02-03T00:00:00+00:00")).isEmpty();
  }

  private TaskState state(String dagId, String taskId) {
    return tasks(dagId, taskId).get(0).state();
  }

  private List<TaskInstance> tasks(String dagId, String taskId) {
    return airflow.tasks(dagId, RUN).stream().filter(task -> task.taskId().equals(taskId)).toList();
  }
}
