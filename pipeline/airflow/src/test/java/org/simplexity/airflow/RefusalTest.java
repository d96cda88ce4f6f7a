package org.simplexity.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.simplexity.airflow.AirflowException.Kind;
import org.simplexity.airflow.testing.AirflowServer;

/** What a real Airflow refuses, each with a message of its own. */
@ExtendWith(AirflowServer.class)
@Timeout(120)
class RefusalTest {
  private final Airflow airflow;

  RefusalTest(AirflowServer server) {
    airflow = server.connect();
  }

  @Test
  void anUnknownDagIsToldWithTheNearestOne() {
    assertRefused(
        () -> airflow.trigger("maped", "x", Map.of()),
        Kind.UNKNOWN_DAG,
        "has no DAG \"maped\"; did you mean \"mapped\"?");
    assertRefused(
        () -> airflow.unpause("something-else"),
        Kind.UNKNOWN_DAG,
        "it has checked, failing, flaky, ");
    assertThat(airflow.dag("maped")).isEmpty();
  }

  @Test
  void aValueThatBreaksTheSchemaIsToldWithItsKeyAndRule() {
    assertRefused(
        () -> airflow.trigger("checked", "bad", Map.of("epochs", new IntNode(0))),
        Kind.BAD_CONF,
        "DAG \"checked\" does not take epochs: 0 is less than the minimum of 1"
            + " (its schema: {'type': 'integer', 'minimum': 1})");
    assertRefused(
        () -> airflow.trigger("checked", "bad", Map.of("search.batch", new TextNode("many"))),
        Kind.BAD_CONF,
        "search.batch: 'many' is not of type 'integer'");
    assertRefused(
        () -> airflow.trigger("checked", "bad", Map.of("start", new TextNode("middle"))),
        Kind.BAD_CONF,
        "start: 'middle' is not one of ['scratch', 'inherited']");
    assertThat(airflow.run("checked", "bad")).isEmpty();
  }

  @Test
  void aRunIdUsedTwiceWithTheSameValuesIsOneRun() {
    Map<String, JsonNode> conf = Map.of("epochs", new IntNode(2));
    DagRun first = airflow.trigger("checked", "twice", conf);
    DagRun second = airflow.trigger("checked", "twice", Map.of("epochs", new DoubleNode(2.0)));
    assertThat(second.queued()).isEqualTo(first.queued());
    assertThat(second.conf()).isEqualTo(first.conf());
  }

  @Test
  void aRunIdUsedTwiceWithOtherValuesIsRefused() {
    airflow.trigger("checked", "other", Map.of("epochs", new IntNode(2)));
    assertRefused(
        () -> airflow.trigger("checked", "other", Map.of("epochs", new IntNode(3))),
        Kind.RUN_ID_TAKEN,
        "run id \"other\" belongs to a run of DAG \"checked\" with other values (epochs was 2, is 3)");
    assertRefused(
        () -> airflow.trigger("checked", "other", Map.of()), Kind.RUN_ID_TAKEN, "is not set");
  }

  @Test
  void aRunIdWithBadLettersIsRefused() {
    assertRefused(
        () -> airflow.trigger("checked", "a b", Map.of()), Kind.BAD_USE, "run_id", "'a b'", "400");
  }

  @Test
  void aRunThatIsNotThereIsTold() {
    assertThat(airflow.run("checked", "never")).isEmpty();
    assertRefused(() -> airflow.awaitEnd("checked", "never"), Kind.BAD_USE, "has no run \"never\"");
    assertRefused(
        () -> airflow.cancel("checked", "never"), Kind.BAD_USE, "cannot cancel run", "404");
  }

  @Test
  void aBrokenFileIsListedWithItsReason() throws InterruptedException {
    while (airflow.importErrors().isEmpty()) {
      Thread.sleep(300);
    }
    ImportError error = airflow.importErrors().get(0);
    assertThat(error.file()).endsWith("broken.py");
    assertThat(error.reason())
        .isEqualTo(
            "ValueError: sea.yaml:1: the colour of the sea is not a number\nsea.yaml:2: nor is its depth");
    assertThat(error.text()).contains("Traceback", "line 3");
  }

  @Test
  void aDagShowsItsParametersWithValuesAndSchemas() {
    Dag dag = airflow.dag("checked").orElseThrow();
    assertThat(dag.file()).isEqualTo("trials.py");
    assertThat(dag.params().keySet()).containsExactly("epochs", "search.batch", "start");
    assertThat(dag.params().get("epochs").value()).isEqualTo(new IntNode(3));
    assertThat(dag.params().get("epochs").schema().path("minimum").asInt()).isEqualTo(1);
    airflow.reparse();
  }

  @Test
  void aDagWithoutAScheduleHasNothingToFillIn() {
    Instant day = Instant.parse("2026-02-01T00:00:00Z");
    assertRefused(
        () -> airflow.backfill("mapped", day, day, Map.of()),
        Kind.BAD_USE,
        "non-periodic schedule");
  }

  @Test
  void theVersionIsThatOfThePinnedInterface() throws Exception {
    assertThat(airflow.version()).isEqualTo(PinnedFileTest.pinned());
  }

  private static void assertRefused(ThrowingCallable call, Kind kind, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AirflowException.class, thrown -> assertThat(thrown.kind()).isEqualTo(kind))
        .satisfies(
            (Consumer<Throwable>) thrown -> assertThat(thrown).hasMessageContainingAll(parts));
  }
}
