package org.simplexity.cli.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.simplexity.experiment.stage.HeadlineMetrics;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.regression.Observation;
import org.simplexity.regression.runs.ExperimentResults;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;

/**
 * The run of a whole experiment with the runs of its tasks.
 *
 * @param run run of the whole experiment
 * @param tasks finished runs of its tasks, reused ones too
 */
record ExperimentRow(RunSummary run, List<RunSummary> tasks) {
  private static final int SHORT = 8;
  private static final String AIRFLOW = "simplexity.airflow.run_id";

  ExperimentRow {
    tasks = tasks.stream().filter(task -> task.status() == RunStatus.FINISHED).toList();
  }

  String shortId() {
    return run.id().substring(0, SHORT);
  }

  String experiment() {
    return run.tags().getOrDefault(RunTags.EXPERIMENT, run.name());
  }

  /** Time until its end, or until now. */
  Duration time() {
    Instant end = run.end() == null ? Instant.now() : run.end();
    return Duration.between(run.start(), end);
  }

  /** {@code local}, or the name of the run in Airflow. */
  String engine() {
    String airflow = run.tags().get(AIRFLOW);
    return airflow == null ? "local" : "Airflow " + airflow;
  }

  /** Seeds of its tasks that train, else of all. */
  List<String> seeds() {
    List<RunSummary> trained = tasks.stream().filter(ExperimentRow::isTraining).toList();
    return (trained.isEmpty() ? tasks : trained)
        .stream()
            .map(task -> task.parameters().getOrDefault("seed", "?"))
            .distinct()
            .sorted(ExperimentResults.seedOrder())
            .toList();
  }

  private static boolean isTraining(RunSummary task) {
    return "train".equals(task.tags().get(RunTags.STAGE));
  }

  /** A metric over its tasks: of those that train where they have it, else of all, else its own. */
  List<Observation> values(String metric) {
    List<Observation> ofTraining =
        values(metric, tasks.stream().filter(ExperimentRow::isTraining).toList());
    if (!ofTraining.isEmpty()) {
      return ofTraining;
    }
    List<Observation> ofAll = values(metric, tasks);
    return ofAll.isEmpty() ? values(metric, List.of(run)) : ofAll;
  }

  private static List<Observation> values(String metric, List<RunSummary> runs) {
    List<Observation> values = new ArrayList<>();
    for (RunSummary one : runs) {
      Map<String, Double> headline = HeadlineMetrics.of(one);
      Double value = headline.getOrDefault(metric, one.metrics().get(metric));
      if (value != null) {
        values.add(new Observation(one.parameters().getOrDefault("seed", "?"), value));
      }
    }
    values.sort(Comparator.comparing(Observation::seed, ExperimentResults.seedOrder()));
    return values;
  }
}
