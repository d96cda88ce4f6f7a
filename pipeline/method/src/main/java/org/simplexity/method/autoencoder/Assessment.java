package org.simplexity.method.autoencoder;

import java.util.List;

/**
 * An autoencoder on a split of images.
 *
 * @param elbo bound
 * @param units latent units in order
 */
public record Assessment(Elbo elbo, List<LatentUnit> units) {
  /** Copies the units. */
  public Assessment {
    units = List.copyOf(units);
  }

  /** Number of active units. */
  public int active() {
    return (int) units.stream().filter(LatentUnit::isActive).count();
  }
}
