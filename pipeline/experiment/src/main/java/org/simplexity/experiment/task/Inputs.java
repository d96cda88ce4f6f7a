package org.simplexity.experiment.task;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.simplexity.data.ImageShape;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Seed;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Upstream;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.weights.WeightFamily;
import org.simplexity.space.CellSpace;
import org.simplexity.space.Genotype;
import org.simplexity.space.GenotypeJson;
import org.simplexity.tracking.DatasetContext;
import org.simplexity.tracking.TrackedRun;

/** What stages read: from the experiment and from the artifacts of their upstream runs. */
public final class Inputs {
  private final Experiment experiment;
  private final Upstream upstream;
  private final TrackedRun run;

  /** Takes the experiment, effective for the task's cell, its upstream runs and its own. */
  @Inject
  public Inputs(Experiment experiment, Upstream upstream, TrackedRun run) {
    this.experiment = experiment;
    this.upstream = upstream;
    this.run = run;
  }

  /**
   * The prepared images with the experiment's augmentation; the splits that the task uses are
   * logged as inputs of its run.
   *
   * @param used what the task uses
   * @throws IOException if they cannot be fetched
   */
  public LabelledImages images(Set<DatasetContext> used) throws IOException {
    PreparedImages images = PreparedImages.read(upstream.artifact("data-prep", "data/images.bin"));
    DataInputs.of(images, experiment.data()).stream()
        .filter(input -> used.contains(input.context()))
        .forEach(run::dataset);
    return new LabelledImages(images, experiment.data().augment());
  }

  /**
   * The cell space of the experiment for these images.
   *
   * @param images images whose shape and classes the space has
   */
  public CellSpace space(PreparedImages images) {
    ImageShape shape = images.shape();
    return new CellSpace(
        experiment.space(),
        new Shape(shape.channels(), shape.height(), shape.width()),
        images.classes().size());
  }

  /**
   * The genotype that an upstream stage derived.
   *
   * @param stage stage name
   * @throws IOException if it cannot be fetched
   */
  public Genotype genotype(String stage) throws IOException {
    return GenotypeJson.read(Files.readString(upstream.artifact(stage, "genotype.json")));
  }

  /**
   * The network of the experiment whose weights are fitted for these images.
   *
   * @param images images whose shape and classes the network has
   */
  public Network familyNetwork(PreparedImages images) {
    ImageShape shape = images.shape();
    return experiment
        .hypernet()
        .network()
        .build(new Shape(shape.channels(), shape.height(), shape.width()), images.classes().size());
  }

  /**
   * The weights that the stage hypernet fitted.
   *
   * @param images images that they were fitted on
   * @throws IOException if they cannot be fetched
   * @throws IllegalArgumentException if they are of another network or model
   */
  public WeightFamily family(PreparedImages images) throws IOException {
    return WeightFamily.read(
        upstream.artifact("hypernet", WeightFamily.ARTIFACT),
        familyNetwork(images),
        experiment.hypernet().model(),
        experiment.hypernet().knots());
  }

  /**
   * Threads and a seed for one purpose.
   *
   * @param purpose name of what the seed is for, such as {@code search}
   */
  public Conditions conditions(String purpose) {
    return new Conditions(
        experiment.runtime().threadsHere(), new Seed(experiment.seed()).child(purpose));
  }
}
