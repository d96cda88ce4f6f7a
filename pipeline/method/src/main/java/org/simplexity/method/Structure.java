package org.simplexity.method;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.simplexity.data.Seed;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Precision;
import org.simplexity.space.StructureLayout;

/** Structure parameters α with their map to γ and their optimiser, in double precision. */
public final class Structure {
  private final StructureLayout layout;
  private final StructureMap map;
  private final FlatVector alpha;
  private final FlatVector gradient;
  private final Optimisation optimisation;

  Structure(StructureLayout layout, SearchSettings settings, Seed seed) {
    this.layout = layout;
    this.map = new EdgeSoftmax(layout.operations().size());
    this.alpha = FlatVector.zeros(layout.length(), Precision.DOUBLE);
    this.gradient = alpha.zerosLike();
    this.optimisation = new Optimisation(settings.structure(), settings.epochs(), alpha, gradient);
    RandomGenerator random = seed.generator();
    for (int i = 0; i < alpha.length(); i++) {
      alpha.set(i, settings.initialScale() * random.nextGaussian());
    }
  }

  /** Order of both vectors. */
  public StructureLayout layout() {
    return layout;
  }

  /** A copy of the structure parameters. */
  public double[] alpha() {
    return alpha.toArray();
  }

  /** The structure γ. */
  public double[] gamma() {
    return map.apply(alpha.toArray());
  }

  /** One step down a gradient with respect to γ; the epoch counts from 1. */
  void step(double[] gammaGradient, int epoch) {
    gradient.copyFrom(map.pullback(gamma(), gammaGradient));
    optimisation.step(epoch);
  }

  void save(Map<String, double[]> arrays) {
    arrays.put("alpha", alpha());
    optimisation.save("structure", arrays);
  }

  void restore(MethodState state) {
    alpha.copyFrom(state.array("alpha"));
    optimisation.restore("structure", state);
  }
}
