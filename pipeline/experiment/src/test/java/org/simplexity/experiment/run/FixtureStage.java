package org.simplexity.experiment.run;

import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.simplexity.data.DataException;
import org.simplexity.data.Seed;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Checkpoint;
import org.simplexity.experiment.stage.Checkpoints;
import org.simplexity.experiment.stage.Metrics;
import org.simplexity.experiment.stage.ParentRun;
import org.simplexity.experiment.stage.Progress;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.stage.Upstream;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.experiment.stage.WorkFolder;
import org.simplexity.method.DivergedException;
import org.simplexity.tracking.TrackedRun;

/**
 * A small iteration with a checkpoint after every epoch. The experiment's description says which
 * stage misbehaves, such as {@code search:diverge}; it is no part of a cell key.
 */
final class FixtureStage implements Stage {
  private static final int SIZE = 50;

  /** Marks the name of the stage. */
  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface Name {}

  private final String name;
  private final Experiment experiment;
  private final Upstream upstream;
  private final TrackedRun run;
  private final ParentRun parent;
  private final Metrics metrics;
  private final Checkpoints checkpoints;
  private final Progress progress;
  private final WorkFolder folder;
  private final Seed seed;

  @Inject
  FixtureStage(
      @Name String name,
      Experiment experiment,
      Upstream upstream,
      TrackedRun run,
      ParentRun parent,
      Metrics metrics,
      Checkpoints checkpoints,
      Progress progress,
      WorkFolder folder,
      Seed seed) {
    this.name = name;
    this.experiment = experiment;
    this.upstream = upstream;
    this.run = run;
    this.parent = parent;
    this.metrics = metrics;
    this.checkpoints = checkpoints;
    this.progress = progress;
    this.folder = folder;
    this.seed = seed;
  }

  @Override
  public Map<String, Double> run() throws Exception {
    System.out.println("a line of a library, which is no part of the protocol");
    int from = 1;
    double[] state = new double[SIZE];
    var latest = checkpoints.latest();
    if (latest.isPresent()) {
      from = latest.get().epoch() + 1;
      state = latest.get().doubles("state");
    }
    int epochs = experiment.search().epochs();
    for (int epoch = from; epoch <= epochs; epoch++) {
      double loss = step(state, epoch);
      metrics.record(epoch, Map.of("train/loss", loss, "epoch/twice", 2.0 * epoch));
      checkpoints.save(Checkpoint.at(epoch).put("state", state).build());
      progress.report(epoch, epochs, "epoch", "loss " + loss);
      misbehave(epoch);
    }
    return Map.of("test/result", results(state));
  }

  private double step(double[] state, int epoch) {
    Random random = new Random(seed.value() * 1000 + epoch);
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      state[i] = Math.sin(state[i] * 1.7 + random.nextGaussian());
      sum += state[i];
    }
    return sum;
  }

  private double results(double[] state) throws IOException {
    double result = state[0];
    for (String stage : new String[] {"data-prep", "search"}) {
      for (UpstreamRun above : upstream.runs(stage)) {
        result += Double.parseDouble(Files.readString(above.artifact("result/number.txt")));
      }
    }
    byte[] number = Double.toString(result).getBytes(StandardCharsets.UTF_8);
    run.artifact("result/number.txt", number, "text/plain");
    if (name.equals("report")) {
      byte[] html = ("<html>" + result).getBytes(StandardCharsets.UTF_8);
      parent.run().artifact("report/report.html", html, "text/html");
    }
    return result;
  }

  private void misbehave(int epoch) throws Exception {
    String wish = experiment.description();
    if (!wish.startsWith(name + ":") || epoch < 3) {
      return;
    }
    switch (wish.substring(name.length() + 1)) {
      case "diverge" -> throw new DivergedException("loss is NaN in epoch 3");
      case "bad-data" -> throw new DataException("image 7 is broken");
      case "defect" -> throw new IllegalStateException("this cannot be");
      case "disk-full" -> Files.writeString(Path.of("/dev/full"), "x".repeat(100_000));
      case "die-once" -> dieOnce();
      case "sleep" -> {
        Files.writeString(
            folder.shared("marks").resolve("pid"), "" + ProcessHandle.current().pid());
        Thread.sleep(120_000);
      }
      default -> throw new IllegalArgumentException("unknown wish " + wish);
    }
  }

  /** As if killed with SIGKILL: no hook runs, nothing is flushed. */
  private void dieOnce() throws IOException {
    Path mark = folder.own("died");
    if (!Files.exists(mark)) {
      Files.createFile(mark);
      Runtime.getRuntime().halt(137);
    }
  }
}
