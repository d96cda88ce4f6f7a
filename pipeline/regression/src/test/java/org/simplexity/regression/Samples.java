package org.simplexity.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.simplexity.regression.metric.MetricRules;
import org.simplexity.regression.runs.ExperimentResults;
import org.simplexity.regression.runs.FailedTask;
import org.simplexity.regression.runs.TaskResult;
import org.simplexity.tracking.RunStatus;

/** Results of an experiment on digits, as if read from the tracker. */
public final class Samples {
  private static final double[] NOISE = {0, 0.004, -0.003, 0.002, -0.001, 0.003, -0.002, 0.001};

  private Samples() {}

  /** Five seeds, or as many as are named, with values that follow from the seed. */
  public static ExperimentResults results(String id, int... seeds) {
    return results(id, UnaryOperator.identity(), seeds);
  }

  /** The same with every task changed. */
  public static ExperimentResults results(
      String id, UnaryOperator<TaskResult> change, int... seeds) {
    List<TaskResult> tasks = new ArrayList<>();
    for (int seed : seeds) {
      tasks.add(change.apply(task(seed, "data-prep", "", Map.of())));
      tasks.add(change.apply(task(seed, "search", "", searched(seed))));
      for (String start : List.of("scratch", "inherited")) {
        tasks.add(change.apply(task(seed, "train", start, trained(seed))));
      }
    }
    return of(id, tasks, List.of());
  }

  /** An experiment of given tasks. */
  public static ExperimentResults of(String id, List<TaskResult> tasks, List<FailedTask> failures) {
    Map<String, String> tags =
        Map.of("simplexity.page", "http://127.0.0.1:5001/#/experiments/1/runs/" + id);
    return new ExperimentResults(id, "digits", RunStatus.FINISHED, tags, Map.of(), tasks, failures);
  }

  private static TaskResult task(
      int seed, String stage, String start, Map<String, Double> metrics) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("seed", Integer.toString(seed));
    parameters.put("data.set", "digits");
    parameters.put("data.from", "/here");
    Map<String, String> data = Map.of();
    if (stage.equals("data-prep")) {
      data = Map.of("digits/train", "sum of split " + seed, "source digits.csv", "abc");
    } else {
      parameters.put("space.channels", "16");
      parameters.put("search.epochs", "12");
    }
    if (!start.isEmpty()) {
      parameters.put("train.start", "[\"" + start + "\"]");
    }
    String id = stage + "[seed=" + seed + (start.isEmpty() ? "" : ",start=" + start) + "]";
    return new TaskResult(id, stage, id, parameters, metrics, data);
  }

  private static Map<String, Double> searched(int seed) {
    return Map.of(
        "validation/accuracy", 0.97 + NOISE[seed % 8],
        "train/loss", 0.2 - NOISE[seed % 8],
        "check/gradient_error", 0.001 + Math.abs(NOISE[seed % 8]));
  }

  private static Map<String, Double> trained(int seed) {
    return Map.of(
        "test/accuracy",
        0.98 + NOISE[seed % 8],
        "test/loss",
        0.08 - NOISE[seed % 8],
        "train/loss",
        0.04 - NOISE[seed % 8],
        "model/parameters",
        14_000.0 + 100 * seed,
        "model/multiply_adds",
        490_000.0,
        "time/total_seconds",
        10.0 + seed);
  }

  /** A task with one metric replaced, where it has it. */
  public static UnaryOperator<TaskResult> metric(
      String stage, String metric, UnaryOperator<Double> change) {
    return task -> {
      Double before = task.metrics().get(metric);
      if (!task.stage().equals(stage) || before == null) {
        return task;
      }
      Map<String, Double> metrics = new LinkedHashMap<>(task.metrics());
      metrics.put(metric, change.apply(before));
      return with(task, task.parameters(), metrics, task.data());
    };
  }

  /** A task with one parameter replaced, where it has it. */
  public static UnaryOperator<TaskResult> parameter(String key, String value) {
    return task -> {
      Map<String, String> parameters = new LinkedHashMap<>(task.parameters());
      parameters.computeIfPresent(key, (same, before) -> value);
      return with(task, parameters, task.metrics(), task.data());
    };
  }

  /** A task with one checksum of its data replaced, where it has it. */
  public static UnaryOperator<TaskResult> data(String key, String value) {
    return task -> {
      Map<String, String> data = new LinkedHashMap<>(task.data());
      data.computeIfPresent(key, (same, before) -> value);
      return with(task, task.parameters(), task.metrics(), data);
    };
  }

  private static TaskResult with(
      TaskResult task,
      Map<String, String> parameters,
      Map<String, Double> metrics,
      Map<String, String> data) {
    return new TaskResult(task.runId(), task.stage(), task.task(), parameters, metrics, data);
  }

  /** The comparison of two, by the default rules and more. */
  public static Comparison compare(
      ExperimentResults baseline, ExperimentResults candidate, String... metrics) {
    return Comparison.of(
        new Comparison.Baseline("champion", baseline),
        candidate,
        MetricRules.defaults().with(List.of(metrics)),
        0.05);
  }
}
