package org.simplexity.stage.prune;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.PreparedImages;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.exchange.file.ModelFiles;
import org.simplexity.exchange.numpy.NumpyWeights;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.WorkFolder;
import org.simplexity.experiment.task.Inputs;
import org.simplexity.kernel.Network;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.Score;
import org.simplexity.method.pruning.Compaction;
import org.simplexity.method.pruning.FineTuning;
import org.simplexity.method.pruning.Latency;
import org.simplexity.method.pruning.PruningCurve;
import org.simplexity.method.pruning.PruningMask;
import org.simplexity.method.pruning.PruningStudy;
import org.simplexity.method.weights.FamilyMember;
import org.simplexity.report.pruning.Remainder;
import org.simplexity.tracking.TrackedRun;

/** What is left of a network at every share of its curve: trained on, made smaller, measured. */
final class Remainders {
  private final Experiment experiment;
  private final Inputs inputs;
  private final TrackedRun run;
  private final WorkFolder folder;

  /**
   * One network that is left.
   *
   * @param removed share of the weights that is removed
   * @param pruned score right after the removal
   * @param tuned score after fine-tuning, or null without
   * @param whole the network with 0 in the place of what is removed
   * @param compact the network without dead units
   */
  record Left(
      double removed,
      Score pruned,
      @Nullable Score tuned,
      FamilyMember whole,
      FamilyMember compact) {
    Score best() {
      return tuned == null ? pruned : tuned;
    }
  }

  @Inject
  Remainders(Experiment experiment, Inputs inputs, TrackedRun run, WorkFolder folder) {
    this.experiment = experiment;
    this.inputs = inputs;
    this.run = run;
    this.folder = folder;
  }

  /**
   * The networks at the shares of a curve.
   *
   * @param network network
   * @param study what removes
   * @param curve scores without fine-tuning
   * @param images images to fine-tune on
   */
  List<Left> of(Network network, PruningStudy study, PruningCurve curve, LabelledImages images) {
    try (FineTuning tuning = tunes() ? tuning(network, images) : null) {
      List<Left> left = new ArrayList<>();
      for (PruningCurve.Point point : curve.points()) {
        PruningMask mask = study.mask(point.removed());
        float[] pruned = study.left(mask);
        float[] weights = tuning == null ? pruned : tuning.run(pruned, mask);
        left.add(
            new Left(
                point.removed(),
                point.score(),
                tuning == null ? null : study.score(weights),
                FamilyMember.points(network, weights),
                Compaction.of(network, weights)));
      }
      return left;
    }
  }

  private boolean tunes() {
    return experiment.prune().fineTuning().epochs() > 0;
  }

  private FineTuning tuning(Network network, LabelledImages images) {
    return new FineTuning(
        network,
        images,
        experiment.hypernet(),
        experiment.prune().fineTuning(),
        inputs.conditions("prune"));
  }

  /**
   * Measures size and time of all.
   *
   * @throws IOException if no file can be written
   */
  List<Remainder> measure(List<Left> all) throws IOException {
    List<Double> seconds = Latency.seconds(all.stream().map(Left::compact).toList());
    List<Remainder> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Left left = all.get(i);
      FinishedNetwork compact = finished(left.compact());
      Path dense = folder.own("").resolve("dense.npz");
      Path sparse = folder.own("").resolve("sparse.npz");
      NumpyWeights.write(compact, dense);
      NumpyWeights.writeSparse(compact, sparse);
      rows.add(
          new Remainder(
              experiment.hypernet().model().toString(),
              experiment.lambda(),
              experiment.seed(),
              left.removed(),
              left.pruned().accuracy(),
              left.tuned() == null ? null : left.tuned().accuracy(),
              left.whole().nonZero(),
              left.compact().network().parameterCount(),
              left.compact().network().multiplyAdds(),
              Files.size(dense),
              Files.size(sparse),
              1000 * seconds.get(i)));
    }
    return rows;
  }

  /**
   * Logs one of them in all exchange formats, and its sparse weights; every file is reloaded.
   *
   * @throws IOException if a file cannot be written
   */
  void log(Left left, PreparedImages images) throws IOException {
    FinishedNetwork compact = finished(left.compact());
    Path own = folder.own("");
    ModelFiles files =
        new ModelFiles(
            own,
            images,
            experiment.hypernet().normalisation(images.statistics()),
            inputs.conditions("prune").plan(experiment.hypernet().batch()));
    NumpyWeights.write(compact, files.weights());
    files.write(experiment.name(), compact.network(), left.best().accuracy());
    Path sparse = own.resolve("weights.sparse.npz");
    NumpyWeights.writeSparse(compact, sparse);
    run.artifact("pruned/weights.npz", files.weights());
    run.artifact("pruned/weights.sparse.npz", sparse);
    run.artifact("pruned/network.onnx", files.onnx());
    run.artifact("pruned/network.zip", files.dl4j());
  }

  private static FinishedNetwork finished(FamilyMember member) {
    return new FinishedNetwork(member.network(), member.means(), new float[0]);
  }
}
