package org.simplexity.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.simplexity.airflow.AirflowException.Kind;
import org.simplexity.airflow.testing.AirflowServer;

/** Connections that break, servers that fail for a while, and one that is killed. */
@ExtendWith(AirflowServer.class)
@Timeout(180)
class OutageTest {
  private static final Timeouts SHORT =
      new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(4));
  private final AirflowServer server;

  OutageTest(AirflowServer server) {
    this.server = server;
  }

  @Test
  void errorsOfTheServerArePassedOver() {
    try (Middleman middleman = new Middleman(server.uri())) {
      Airflow airflow = through(middleman, Timeouts.defaults());
      for (int status : new int[] {503, 429, 500}) {
        middleman.onNext("/dags", (exchange, man) -> exchange.sendResponseHeaders(status, -1));
      }
      middleman.onNext("/dags", (exchange, man) -> {});
      assertThat(airflow.dagIds()).contains("mapped");
      assertThat(middleman.asked("/dags")).isEqualTo(5);
    }
  }

  @Test
  void errorsThatGoOnAreTold() {
    try (Middleman middleman = new Middleman(server.uri())) {
      Airflow airflow = through(middleman, SHORT);
      for (int i = 0; i < 100; i++) {
        middleman.onNext("/dags", (exchange, man) -> exchange.sendResponseHeaders(503, -1));
      }
      assertThatThrownBy(airflow::dagIds)
          .isInstanceOfSatisfying(
              AirflowException.class,
              thrown -> assertThat(thrown.kind()).isEqualTo(Kind.UNREACHABLE))
          .hasMessageContaining("cannot list DAGs at " + middleman.uri())
          .hasMessageContaining("503")
          .hasMessageContaining("tried for");
      assertThat(middleman.asked("/dags")).isBetween(4L, 30L);
    }
  }

  @Test
  void anAnswerThatStopsHalfWayIsAskedForAgain() {
    try (Middleman middleman = new Middleman(server.uri())) {
      Airflow airflow = through(middleman, SHORT);
      middleman.onNext("/dags", OutageTest::stall);
      assertThat(airflow.dagIds()).contains("mapped");
      assertThat(middleman.asked("/dags")).isEqualTo(2);
    }
  }

  private static void stall(com.sun.net.httpserver.HttpExchange exchange, Middleman middleman)
      throws java.io.IOException, InterruptedException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write('{');
    exchange.getResponseBody().flush();
    Thread.sleep(Duration.ofMinutes(1).toMillis());
  }

  @Test
  void aTriggerWhoseAnswerIsLostStartsOneRun() {
    try (Middleman middleman = new Middleman(server.uri())) {
      Airflow airflow = through(middleman, Timeouts.defaults());
      middleman.onNext(
          "/dagRuns",
          (exchange, man) ->
              man.answer(exchange, exchange.getRequestHeaders().getFirst("Authorization"))
                  .body()
                  .close());
      DagRun run = airflow.trigger("checked", "lost", Map.of("epochs", new IntNode(4)));
      assertThat(run.conf()).containsEntry("epochs", new IntNode(4));
      assertThat(middleman.asked("/dagRuns")).isEqualTo(2);
    }
  }

  @Test
  void aBackfillIsAskedForAgainOnlyWhereNothingWasDone() {
    Instant day = Instant.parse("2026-03-01T00:00:00Z");
    try (Middleman middleman = new Middleman(server.uri())) {
      Airflow airflow = through(middleman, Timeouts.defaults());
      middleman.onNext("/backfills", (exchange, man) -> exchange.sendResponseHeaders(503, -1));
      middleman.onNext("/backfills", (exchange, man) -> {});
      assertThatThrownBy(() -> airflow.backfill("mapped", day, day, Map.of()))
          .isInstanceOfSatisfying(
              AirflowException.class,
              thrown -> assertThat(thrown.kind()).isEqualTo(Kind.UNREACHABLE));
      assertThat(middleman.asked("/backfills")).isEqualTo(2);
    }
  }

  @Test
  void aWaitThatBreaksOffGoesOn() throws InterruptedException {
    try (Middleman middleman = new Middleman(server.uri())) {
      Airflow airflow = through(middleman, Timeouts.defaults());
      airflow.unpause("slow");
      airflow.trigger("slow", "broken-wait", Map.of("seconds", new IntNode(3)));
      middleman.onNext("/wait", (exchange, man) -> {});
      middleman.onNext("/wait", OutageTest::oneLineOnly);
      assertThat(airflow.awaitEnd("slow", "broken-wait").state()).isEqualTo(RunState.SUCCESS);
      assertThat(middleman.asked("/wait")).isGreaterThanOrEqualTo(2);
    }
  }

  private static void oneLineOnly(com.sun.net.httpserver.HttpExchange exchange, Middleman man)
      throws java.io.IOException, InterruptedException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    exchange.sendResponseHeaders(200, 0);
    try (InputStream in = man.answer(exchange, authorization).body()) {
      OutputStream out = exchange.getResponseBody();
      for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
        out.write(read);
      }
      out.write('\n');
      out.flush();
    }
  }

  @Test
  void aServerThatIsKilledAndStartedAgainDoesNotEndAWait() throws Exception {
    Airflow airflow = server.connect();
    airflow.unpause("slow");
    airflow.trigger("slow", "outage", Map.of("seconds", new IntNode(8)));
    ExecutorService threads = Executors.newSingleThreadExecutor();
    CompletableFuture<DagRun> end =
        CompletableFuture.supplyAsync(() -> await(airflow, "slow", "outage"), threads);
    while (airflow.tasks("slow", "outage").get(0).state() != TaskState.RUNNING) {
      Thread.sleep(200);
    }
    server.stopInterface();
    assertThatThrownBy(server::connect).hasMessageContaining("connection refused");
    server.startInterface();
    DagRun ended = end.get();
    TaskInstance task = airflow.tasks("slow", "outage").get(0);
    assertThat(ended.state())
        .as(() -> airflow.log("slow", "outage", task, 1).toString())
        .isEqualTo(RunState.SUCCESS);
    threads.shutdown();
  }

  private static DagRun await(Airflow airflow, String dagId, String runId) {
    try {
      return airflow.awaitEnd(dagId, runId);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Airflow through(Middleman middleman, Timeouts timeouts) {
    return Airflow.connect(
        AirflowSettings.of(middleman.uri(), server.environment()).withTimeouts(timeouts));
  }
}
