package org.simplexity.experiment.task;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.simplexity.data.ImageShape;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Seed;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Upstream;
import org.simplexity.kernel.Shape;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.space.CellSpace;
import org.simplexity.space.Genotype;
import org.simplexity.space.GenotypeJson;

/** What stages read: from the experiment and from the artifacts of their upstream runs. */
public final class Inputs {
  private final Experiment experiment;
  private final Upstream upstream;

  /** Takes the experiment, effective for the task's cell, and its upstream runs. */
  @Inject
  public Inputs(Experiment experiment, Upstream upstream) {
    this.experiment = experiment;
    this.upstream = upstream;
  }

  /**
   * The prepared images with the experiment's augmentation.
   *
   * @throws IOException if they cannot be fetched
   */
  public LabelledImages images() throws IOException {
    Path file = upstream.artifact("data-prep", "data/images.bin");
    return new LabelledImages(PreparedImages.read(file), experiment.data().augment());
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
   * Threads and a seed for one purpose.
   *
   * @param purpose name of what the seed is for, such as {@code search}
   */
  public Conditions conditions(String purpose) {
    return new Conditions(
        experiment.runtime().threadsHere(), new Seed(experiment.seed()).child(purpose));
  }
}
