package org.simplexity.experiment.task;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.simplexity.experiment.stage.Checkpoint;
import org.simplexity.experiment.stage.Checkpoints;
import org.simplexity.experiment.stage.Metrics;
import org.simplexity.experiment.stage.Progress;
import org.simplexity.method.MethodState;

/**
 * Runs epochs from the last checkpoint on: metrics, progress and a checkpoint after each.
 *
 * <p>Adds {@code time/epoch_seconds} to the metrics of every epoch.
 */
public final class EpochLoop {
  private static final String EPOCH_SECONDS = "time/epoch_seconds";
  private static final String SECONDS = "loop.seconds";
  private static final String LAST = "loop.last_metrics";
  private static final String LAST_NAMES = "loop.last_metric_names";
  private static final String NAMES = "loop.state_names";
  private static final String STATE = "state.";

  private final Metrics metrics;
  private final Progress progress;
  private final Checkpoints checkpoints;

  /** Takes the parts of the stage contract that a loop uses. */
  @Inject
  public EpochLoop(Metrics metrics, Progress progress, Checkpoints checkpoints) {
    this.metrics = metrics;
    this.progress = progress;
    this.checkpoints = checkpoints;
  }

  /**
   * Runs all epochs that are not done yet, until the task has nothing left to be done.
   *
   * @param epochs number of epochs in all
   * @param shown metric that the progress line shows
   * @param task work
   * @return the last epoch's metrics and the seconds spent, those before a restart included
   * @throws IOException if a checkpoint cannot be read or written
   */
  public Result run(int epochs, String shown, EpochTask task) throws IOException {
    Optional<Checkpoint> last = checkpoints.latest();
    Result result = last.map(EpochLoop::result).orElse(new Result(Map.of(), 0));
    last.ifPresent(checkpoint -> task.restore(state(checkpoint)));
    int done = last.map(Checkpoint::epoch).orElse(0);
    progress.report(done, epochs, "epoch", "");
    for (int epoch = done + 1; epoch <= epochs && !task.finished(); epoch++) {
      result = result.then(timed(task, epoch));
      metrics.record(epoch, result.last());
      checkpoints.save(checkpoint(epoch, task.state(), result));
      progress.report(epoch, epochs, "epoch", line(shown, result.last()));
    }
    return result;
  }

  private static Map<String, Double> timed(EpochTask task, int epoch) {
    long start = System.nanoTime();
    Map<String, Double> values = new LinkedHashMap<>(task.epoch(epoch));
    values.put(EPOCH_SECONDS, (System.nanoTime() - start) / 1e9);
    return values;
  }

  /**
   * How a loop ended.
   *
   * @param last metrics of the last epoch
   * @param seconds time spent in epochs
   */
  public record Result(Map<String, Double> last, double seconds) {
    /** Copies the metrics, in order. */
    public Result {
      last = Collections.unmodifiableMap(new LinkedHashMap<>(last));
    }

    private Result then(Map<String, Double> values) {
      return new Result(values, seconds + values.getOrDefault(EPOCH_SECONDS, 0.0));
    }

    /**
     * Some of the last metrics.
     *
     * @param names names of metrics; those that the epoch did not give are left out
     */
    public Map<String, Double> pick(List<String> names) {
      Map<String, Double> picked = new LinkedHashMap<>(last);
      picked.keySet().retainAll(names);
      return picked;
    }
  }

  private static String line(String shown, Map<String, Double> values) {
    Double value = values.get(shown);
    return value == null ? "" : String.format(Locale.ROOT, "%s %.4f", shown, value);
  }

  private static Checkpoint checkpoint(int epoch, MethodState state, Result result) {
    Checkpoint.Builder builder = Checkpoint.at(epoch).put(SECONDS, new double[] {result.seconds()});
    double[] last = result.last().values().stream().mapToDouble(Double::doubleValue).toArray();
    builder.put(LAST, last).put(LAST_NAMES, String.join("\n", result.last().keySet()));
    Map<String, double[]> arrays = state.arrays();
    builder.put(NAMES, String.join("\n", arrays.keySet()));
    arrays.forEach((name, array) -> builder.put(STATE + name, array));
    return builder.build();
  }

  private static MethodState state(Checkpoint checkpoint) {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    for (String name : checkpoint.text(NAMES).split("\n", -1)) {
      arrays.put(name, checkpoint.doubles(STATE + name));
    }
    return new MethodState(arrays);
  }

  private static Result result(Checkpoint checkpoint) {
    String[] names = checkpoint.text(LAST_NAMES).split("\n", -1);
    double[] values = checkpoint.doubles(LAST);
    Map<String, Double> last = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      last.put(names[i], values[i]);
    }
    return new Result(last, checkpoint.doubles(SECONDS)[0]);
  }
}
