package org.simplexity.stage.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.experiment.testing.RecordedRun;

/** Runs of an experiment that trained networks of several widths on several seeds, for tests. */
final class Trainings {
  private final Path folder;
  private final List<UpstreamRun> prepared = new ArrayList<>();
  private final List<UpstreamRun> trained = new ArrayList<>();

  Trainings(Path folder) {
    this.folder = folder;
  }

  /** Images of one seed, whose test split has this digest. */
  Trainings data(int seed, String digest) {
    String name = "data-" + seed;
    prepared.add(
        new RecordedRun("data-prep", folder.resolve(name))
            .with("seed", Integer.toString(seed))
            .with("data.set", "digits")
            .artifact(
                "data/provenance.json",
                "{\"splits\":{\"test\":{\"images\":9,\"sha256\":\"" + digest + "\"}}}"));
    return this;
  }

  /** A network of one width, trained from one seed. */
  Trainings trained(int channels, int seed, double accuracy) {
    String name = "train-" + channels + "-" + seed;
    RecordedRun run =
        new RecordedRun("train", folder.resolve(name))
            .with("seed", Integer.toString(seed))
            .with("data.set", "digits")
            .with("space.channels", Integer.toString(channels))
            .headline(
                "{\"test/accuracy\":%s,\"model/parameters\":%d,\"model/multiply_adds\":%d}"
                    .formatted(accuracy, 1000 * channels, 5000 * channels));
    for (String file : List.of("weights.npz", "network.onnx", "network.zip")) {
      run.artifact("model/" + file, name + " " + file);
    }
    trained.add(run);
    return this;
  }

  List<UpstreamRun> prepared() {
    return List.copyOf(prepared);
  }

  List<UpstreamRun> trained() {
    return List.copyOf(trained);
  }

  List<UpstreamRun> all() {
    List<UpstreamRun> all = new ArrayList<>(prepared);
    all.addAll(trained);
    return all;
  }
}
