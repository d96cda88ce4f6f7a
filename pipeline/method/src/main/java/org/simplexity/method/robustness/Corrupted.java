package org.simplexity.method.robustness;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.data.Seed;
import org.simplexity.method.robustness.corruption.Corruption;
import org.simplexity.method.robustness.image.Pixels;

/** A common corruption of all images; the level is its severity. */
public final class Corrupted implements Perturbation {
  private final Corruption corruption;

  /**
   * Corrupts images.
   *
   * @param corruption which corruption
   */
  public Corrupted(Corruption corruption) {
    this.corruption = corruption;
  }

  @Override
  public String name() {
    return corruption.toString();
  }

  @Override
  public String scale() {
    return "severity";
  }

  @Override
  public boolean isRandom() {
    return corruption.isRandom();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the level is no whole number of 0 to 5, or images are
   *     smaller than 8 × 8 or neither grey nor of three colours
   */
  @Override
  public Specimen disturb(Specimen specimen, double level, Seed seed) {
    int severity = (int) level;
    if (severity != level) {
      throw new IllegalArgumentException("severity " + level + " must be a whole number");
    }
    List<Pixels> corrupted = new ArrayList<>();
    for (int i = 0; i < specimen.images().size(); i++) {
      Pixels image = specimen.images().images().get(i);
      corrupted.add(corruption.apply(image, severity, seed.child(i).generator()));
    }
    return specimen.with(corrupted);
  }
}
