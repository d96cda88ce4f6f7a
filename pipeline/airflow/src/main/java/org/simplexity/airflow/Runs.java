package org.simplexity.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.simplexity.airflow.api.BackfillApi;
import org.simplexity.airflow.api.DagRunApi;
import org.simplexity.airflow.api.model.BackfillPostBody;
import org.simplexity.airflow.api.model.DAGRunClearBody;
import org.simplexity.airflow.api.model.DAGRunPatchBody;
import org.simplexity.airflow.api.model.DagRunMutableStates;
import org.simplexity.airflow.api.model.TriggerDAGRunPostBody;

/** Runs of DAGs. */
final class Runs {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Api api;
  private final Dags dags;
  private final DagRunApi runs;
  private final BackfillApi backfills;

  Runs(Api api, Dags dags) {
    this.api = api;
    this.dags = dags;
    this.runs = new DagRunApi(api.generated());
    this.backfills = new BackfillApi(api.generated());
  }

  DagRun trigger(String dagId, String runId, Map<String, JsonNode> conf) {
    String what = "trigger DAG \"" + dagId + "\"";
    TriggerDAGRunPostBody body = new TriggerDAGRunPostBody().dagRunId(runId).conf(plain(conf));
    try {
      return Answers.run(api.ask(what, () -> runs.triggerDagRun(dagId, body)));
    } catch (Refusal refusal) {
      return switch (refusal.status()) {
        case 409 -> earlier(dagId, runId, conf, refusal);
        case 404 -> throw dags.unknown(dagId);
        default -> throw BadTrigger.told(what, dagId, refusal, api, dags);
      };
    }
  }

  /** The run that has the run id already, if it was asked for with the same values. */
  private DagRun earlier(String dagId, String runId, Map<String, JsonNode> conf, Refusal refusal) {
    DagRun there =
        find(dagId, runId).orElseThrow(() -> api.refused("trigger DAG \"" + dagId + "\"", refusal));
    String differences = Differences.between(there.conf(), conf);
    if (differences.isEmpty()) {
      return there;
    }
    throw new AirflowException(
        AirflowException.Kind.RUN_ID_TAKEN,
        "run id \""
            + runId
            + "\" belongs to a run of DAG \""
            + dagId
            + "\" with other values ("
            + differences
            + "); give another run id, or none");
  }

  Optional<DagRun> find(String dagId, String runId) {
    String what = "look up run \"" + runId + "\" of DAG \"" + dagId + "\"";
    try {
      return Optional.of(Answers.run(api.ask(what, () -> runs.getDagRun(dagId, runId))));
    } catch (Refusal refusal) {
      if (refusal.status() == 404) {
        return Optional.empty();
      }
      throw api.refused(what, refusal);
    }
  }

  DagRun awaitEnd(String dagId, String runId, Duration interval, Consumer<RunState> listener)
      throws InterruptedException {
    URI address = api.runAddress(dagId, runId);
    Waiting waiting = api.waiting(interval);
    while (true) {
      DagRun run = find(dagId, runId).orElseThrow(() -> noRun(dagId, runId));
      listener.accept(run.state());
      if (run.state().ended()) {
        return run;
      }
      if (!waiting.follow(address, listener)) {
        Thread.sleep(interval.toMillis());
      }
    }
  }

  DagRun cancel(String dagId, String runId) {
    DAGRunPatchBody failed = new DAGRunPatchBody().state(DagRunMutableStates.FAILED);
    return Answers.run(
        api.demand(
            "cancel run \"" + runId + "\" of DAG \"" + dagId + "\"",
            () -> runs.patchDagRun(dagId, runId, failed, null)));
  }

  DagRun clear(String dagId, String runId, boolean onlyFailed) {
    DAGRunClearBody body = new DAGRunClearBody().dryRun(false).onlyFailed(onlyFailed);
    return Answers.run(
        api.demand(
            "clear run \"" + runId + "\" of DAG \"" + dagId + "\"",
            () -> runs.clearDagRun(dagId, runId, body)));
  }

  Backfill backfill(String dagId, Instant from, Instant to, Map<String, JsonNode> conf) {
    BackfillPostBody body =
        new BackfillPostBody()
            .dagId(dagId)
            .fromDate(from.atOffset(ZoneOffset.UTC))
            .toDate(to.atOffset(ZoneOffset.UTC))
            .dagRunConf(plain(conf));
    return Answers.backfill(
        api.demandWithCare("backfill DAG \"" + dagId + "\"", () -> backfills.createBackfill(body)));
  }

  Backfill backfill(int id) {
    return Answers.backfill(api.demand("look up backfill " + id, () -> backfills.getBackfill(id)));
  }

  private AirflowException noRun(String dagId, String runId) {
    return new AirflowException(
        AirflowException.Kind.BAD_USE,
        "DAG \"" + dagId + "\" at " + api.address().base() + " has no run \"" + runId + "\"");
  }

  private static Map<String, Object> plain(Map<String, JsonNode> conf) {
    Map<String, Object> plain = new LinkedHashMap<>();
    conf.forEach((key, value) -> plain.put(key, JSON.convertValue(value, Object.class)));
    return plain;
  }
}
