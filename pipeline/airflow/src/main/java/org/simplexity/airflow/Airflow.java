package org.simplexity.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An Airflow that answers. Safe for use by several threads.
 *
 * <p>Every method throws {@link AirflowException}; what asks twice does no harm, so all but {@link
 * #backfill} go on through an outage of the server.
 */
public final class Airflow {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private final Api api;
  private final Dags dags;
  private final Runs runs;
  private final Tasks tasks;

  private Airflow(Api api) {
    this.api = api;
    this.dags = new Dags(api);
    this.runs = new Runs(api, dags);
    this.tasks = new Tasks(api);
  }

  /**
   * Reaches an Airflow and lets it check who asks.
   *
   * @param settings which, as whom
   * @throws AirflowException if it does not answer in time, or does not take the credentials
   */
  public static Airflow connect(AirflowSettings settings) {
    Api api = new Api(settings);
    api.reach();
    return new Airflow(api);
  }

  /** Its address. */
  public URI uri() {
    return URI.create(api.address().base());
  }

  /**
   * The page of a DAG run for people.
   *
   * @param run a run
   */
  public URI page(DagRun run) {
    return api.address().below("dags", run.dagId(), "runs", run.runId());
  }

  /** Its version, such as {@code 3.3.2}. */
  public String version() {
    return api.version();
  }

  /** Names of all DAGs, in alphabetical order. */
  public List<String> dagIds() {
    return dags.ids();
  }

  /**
   * A DAG with its parameters; empty if there is none of this name.
   *
   * @param dagId name of the DAG
   */
  public Optional<Dag> dag(String dagId) {
    return dags.find(dagId);
  }

  /**
   * A DAG with its parameters.
   *
   * @param dagId name of the DAG
   * @throws AirflowException if there is none of this name; it tells the nearest
   */
  public Dag require(String dagId) {
    return dags.find(dagId).orElseThrow(() -> dags.unknown(dagId));
  }

  /**
   * Lets the runs of a DAG start.
   *
   * @param dagId name of the DAG
   */
  public void unpause(String dagId) {
    dags.unpause(dagId);
  }

  /** Asks for all known files of DAGs to be read again soon. */
  public void reparse() {
    dags.reparse();
  }

  /** Files that cannot be imported. */
  public List<ImportError> importErrors() {
    return dags.importErrors();
  }

  /**
   * Starts a run, or finds the one that was started with the same run id and values.
   *
   * @param dagId name of the DAG
   * @param runId name of the run; letters, digits and {@code _.~:+-}
   * @param conf values that replace those of the DAG's parameters
   * @throws AirflowException if there is no such DAG, its file is broken, a value breaks its
   *     schema, or the run id belongs to a run with other values
   */
  public DagRun trigger(String dagId, String runId, Map<String, JsonNode> conf) {
    return runs.trigger(dagId, runId, conf);
  }

  /**
   * A run as it is now; empty if there is none.
   *
   * @param dagId name of the DAG
   * @param runId name of the run
   */
  public Optional<DagRun> run(String dagId, String runId) {
    return runs.find(dagId, runId);
  }

  /**
   * Waits for the end of a run, about a second more than it takes; outages of Airflow only make it
   * take longer.
   *
   * @param dagId name of the DAG
   * @param runId name of the run
   * @throws InterruptedException if the thread is interrupted; the run goes on
   */
  public DagRun awaitEnd(String dagId, String runId) throws InterruptedException {
    return awaitEnd(dagId, runId, state -> {});
  }

  /**
   * Waits for the end of a run and tells its state about once a second.
   *
   * @param dagId name of the DAG
   * @param runId name of the run
   * @param listener is told every state, on this thread
   * @throws InterruptedException if the thread is interrupted; the run goes on
   */
  public DagRun awaitEnd(String dagId, String runId, Consumer<RunState> listener)
      throws InterruptedException {
    return runs.awaitEnd(dagId, runId, SECOND, listener);
  }

  /**
   * Ends a run as failed; its running tasks are ended too.
   *
   * @param dagId name of the DAG
   * @param runId name of the run
   */
  public DagRun cancel(String dagId, String runId) {
    return runs.cancel(dagId, runId);
  }

  /**
   * Runs the failed tasks of a run again, and those that waited for them.
   *
   * @param dagId name of the DAG
   * @param runId name of the run
   */
  public DagRun retry(String dagId, String runId) {
    return runs.clear(dagId, runId, true);
  }

  /**
   * Runs all tasks of a run again.
   *
   * @param dagId name of the DAG
   * @param runId name of the run
   */
  public DagRun clear(String dagId, String runId) {
    return runs.clear(dagId, runId, false);
  }

  /**
   * Runs some tasks again, and those that come after them.
   *
   * @param dagId name of the DAG
   * @param runId name of the run
   * @param chosen tasks of the run, such as one of several mapped ones
   * @return all tasks that were cleared
   */
  public List<TaskInstance> clear(String dagId, String runId, List<TaskInstance> chosen) {
    return tasks.clear(dagId, runId, chosen);
  }

  /**
   * Every task of a run as it is now, in the order in which they started; mapped ones by index.
   *
   * @param dagId name of the DAG
   * @param runId name of the run
   */
  public List<TaskInstance> tasks(String dagId, String runId) {
    return tasks.all(dagId, runId);
  }

  /**
   * The log of one try of a task; empty if that try wrote none.
   *
   * @param dagId name of the DAG
   * @param runId name of the run
   * @param task a task of the run
   * @param tryNumber which try, from 1
   */
  public List<LogLine> log(String dagId, String runId, TaskInstance task, int tryNumber) {
    return tasks.log(dagId, runId, task, tryNumber);
  }

  /**
   * What a task left for others under a key; empty if nothing.
   *
   * @param dagId name of the DAG
   * @param runId name of the run
   * @param taskId name of the task
   * @param mapIndex place among its mapped siblings; −1 for a task that is not mapped
   * @param key such as {@code return_value}
   */
  public Optional<JsonNode> xcom(
      String dagId, String runId, String taskId, int mapIndex, String key) {
    return tasks.xcom(dagId, runId, taskId, mapIndex, key);
  }

  /**
   * Starts the runs that a scheduled DAG would have had in a time that has passed. Not asked again
   * after a lost answer: a second one would be refused while the first runs.
   *
   * @param dagId name of the DAG
   * @param from first logical date
   * @param to last logical date
   * @param conf values that replace those of the DAG's parameters
   */
  public Backfill backfill(String dagId, Instant from, Instant to, Map<String, JsonNode> conf) {
    return runs.backfill(dagId, from, to, conf);
  }

  /**
   * A backfill as it is now.
   *
   * @param id its number
   */
  public Backfill backfill(int id) {
    return runs.backfill(id);
  }
}
