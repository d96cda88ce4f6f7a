package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;

/**
 * The vertex nearest to a relaxed draw, with the relaxed draw's gradient (Bengio, Léonard,
 * Courville 2013; Jang, Gu, Poole 2017, §2.2). The vertices have the probabilities of the relaxed
 * distribution's centre, whatever its temperature.
 *
 * @param relaxed {@link GumbelSoftmax} or {@link BinaryConcrete}
 */
public record StraightThrough(StructureDistribution relaxed) implements StructureDistribution {
  /** Checks that there is something to be hardened. */
  public StraightThrough {
    if (!(relaxed instanceof GumbelSoftmax || relaxed instanceof BinaryConcrete)) {
      throw new IllegalArgumentException(
          "relaxed " + relaxed + " must be a GumbelSoftmax or a BinaryConcrete");
    }
  }

  @Override
  public Domain domain() {
    return relaxed.domain().isSimplex() ? Domain.SIMPLEX_VERTICES : Domain.CUBE_VERTICES;
  }

  @Override
  public int operations() {
    return relaxed.operations();
  }

  @Override
  public int parameters() {
    return relaxed.parameters();
  }

  @Override
  public Draw draw(double[] theta, RandomGenerator random) {
    return VertexDraw.nearest(relaxed.draw(theta, random), relaxed.domain());
  }

  @Override
  public double[] centre(double[] theta) {
    return relaxed.centre(theta);
  }

  @Override
  public double[] centrePullback(double[] theta, double[] gradient) {
    return relaxed.centrePullback(theta, gradient);
  }
}
