package org.simplexity.experiment.stage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.tracking.TrackedRun;

/** Metrics that go to the run and are remembered for the next checkpoint. */
final class ResumableMetrics implements Metrics {
  private static final String STEPS = "simplexity/history/steps";
  private static final String NAMES = "simplexity/history/names";
  private static final String VALUES = "simplexity/history/values";

  private record Point(long step, String name, double value) {}

  private final TrackedRun run;
  private final List<Point> history = new ArrayList<>();

  ResumableMetrics(TrackedRun run) {
    this.run = run;
  }

  @Override
  public synchronized void record(long step, Map<String, Double> values) {
    run.metrics(values, step);
    values.forEach((name, value) -> history.add(new Point(step, name, value)));
  }

  /** Records at step 0 those values of a finished work whose names have no curve. */
  synchronized void complete(Map<String, Double> headline) {
    Map<String, Double> single = new LinkedHashMap<>(headline);
    history.forEach(point -> single.remove(point.name()));
    if (!single.isEmpty()) {
      record(0, single);
    }
  }

  /** The checkpoint with all that was recorded so far. */
  synchronized Checkpoint addTo(Checkpoint checkpoint) {
    Checkpoint.Builder builder = Checkpoint.at(checkpoint.epoch());
    checkpoint.values().forEach(builder::add);
    builder.put(STEPS, history.stream().mapToLong(Point::step).toArray());
    builder.put(NAMES, String.join("\n", history.stream().map(Point::name).toList()));
    return builder.put(VALUES, history.stream().mapToDouble(Point::value).toArray()).build();
  }

  /** Logs what a checkpoint remembers to this run. */
  void replay(Checkpoint checkpoint) {
    long[] steps = checkpoint.longs(STEPS);
    double[] values = checkpoint.doubles(VALUES);
    String[] names = checkpoint.text(NAMES).split("\n", -1);
    Map<String, Double> together = new LinkedHashMap<>();
    for (int i = 0; i < steps.length; i++) {
      together.put(names[i], values[i]);
      if (i + 1 == steps.length || steps[i + 1] != steps[i] || together.containsKey(names[i + 1])) {
        record(steps[i], together);
        together = new LinkedHashMap<>();
      }
    }
  }
}
