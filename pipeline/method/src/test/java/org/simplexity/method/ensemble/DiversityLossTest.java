package org.simplexity.method.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Engine;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Precision;
import org.simplexity.method.ImageFeeds;
import org.simplexity.method.Stripes;
import org.simplexity.method.family.Derivation;
import org.simplexity.method.family.FamilyLoss;
import org.simplexity.method.family.FamilySample;
import org.simplexity.method.family.PiecewiseLinearLogits;
import org.simplexity.space.CellSpace;

/** The loss of diversity against central differences, in double precision. */
class DiversityLossTest {
  private static final int BATCH = 8;

  private final CellSpace space = Stripes.space();
  private final OptimalStructure optimum = Diversities.optimum(space, Derivation.STRONGEST_INPUTS);
  private final PiecewiseLinearLogits map = Diversities.settings(1, 1, true).map(optimum);
  private final double[] first = map.initial(0.5, new Seed(4).generator());
  private final Plan plan =
      Plan.compile(
          space.supernet(),
          PlanSettings.defaults(BATCH)
              .withPrecision(Precision.DOUBLE)
              .withEngine(Engine.REFERENCE)
              .withThreads(1));

  @BeforeEach
  void load() {
    plan.parameters().copyFrom(space.supernet().initialParameters(new Seed(2).generator()));
    plan.statistics().copyFrom(space.supernet().initialStatistics());
    new ImageFeeds(plan, Stripes.images(), BATCH)
        .evaluation(Stripes.images().prepared().train())
        .load(0, 1);
  }

  @AfterEach
  void free() {
    plan.close();
  }

  private FamilySample sample(double penalty, double[] a, long noise) {
    return new DiversityLoss(plan, map, optimum, penalty, 0.5)
        .sample(
            a, new FamilyLoss.Moment(0.7, new Seed(noise).generator()), GradientTarget.STRUCTURE);
  }

  @Test
  void gradientsOfTheHypernetworkAreThoseOfDifferences() {
    double penalty = 0.3;
    double step = 1e-5;
    for (long noise = 12; noise < 15; noise++) {
      double[] gradient = sample(penalty, first, noise).gradient();
      for (int i = 0; i < first.length; i += 11) {
        double[] above = first.clone();
        double[] below = first.clone();
        above[i] += step;
        below[i] -= step;
        FamilySample up = sample(penalty, above, noise);
        FamilySample down = sample(penalty, below, noise);
        double difference =
            up.outcome().loss() - down.outcome().loss() + penalty * (up.cost() - down.cost());
        assertThat(gradient[i]).isCloseTo(difference / (2 * step), within(1e-6));
      }
    }
  }

  @Test
  void thePenaltyIsOfTheStructureThatTheNetworkRan() {
    for (long noise = 0; noise < 20; noise++) {
      double error = sample(1, first, noise).cost();
      double shared = optimum.shared(plan.structure().toArray());
      double lambda = new Seed(noise).generator().nextDouble() * (optimum.edges() + 1) - 0.5;
      assertThat(error).isCloseTo(Math.pow(lambda - shared, 2), within(1e-5));
    }
  }
}
