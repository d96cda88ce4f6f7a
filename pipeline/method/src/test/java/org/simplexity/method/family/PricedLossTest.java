package org.simplexity.method.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Engine;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Precision;
import org.simplexity.method.ImageFeeds;
import org.simplexity.method.Stripes;
import org.simplexity.space.CellSpace;
import org.simplexity.space.StructureLayout;

/** The loss of a family against central differences, in double precision. */
class PricedLossTest {
  private static final int BATCH = 8;

  private final CellSpace space = Stripes.space();
  private final StructureLayout layout = space.structure();
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

  private OperationCosts costs(long seed) {
    return new OperationCosts(
        layout, new Seed(seed).generator().doubles(layout.length(), 0, 2).toArray(), 0);
  }

  private PricedLoss loss(ComplexityKind kind, double kappa, long costs) {
    StructureFamilySettings settings = Settings.of(kind, Levels.ONE, 1, kappa);
    return new PricedLoss(
        plan,
        settings.control(layout.operations().size()),
        settings.map(layout),
        costs(costs),
        kappa);
  }

  private static FamilySample sample(PricedLoss loss, double[] a) {
    return loss.sample(
        a, new FamilyLoss.Moment(0.7, new Seed(12).generator()), GradientTarget.BOTH);
  }

  private static double[] first(PricedLoss loss) {
    return loss.hypernetwork().initial(0.5, new Seed(4).generator());
  }

  @ParameterizedTest
  @EnumSource(ComplexityKind.class)
  void gradientsOfTheHypernetworkAreThoseOfDifferences(ComplexityKind kind) {
    double kappa = 0.3;
    PricedLoss loss = loss(kind, kappa, 5);
    double[] a = first(loss);
    double[] gradient = sample(loss, a).gradient();
    double step = 1e-5;
    for (int i = 0; i < a.length; i += 17) {
      double[] above = a.clone();
      double[] below = a.clone();
      above[i] += step;
      below[i] -= step;
      FamilySample up = sample(loss, above);
      FamilySample down = sample(loss, below);
      double difference =
          up.outcome().loss() - down.outcome().loss() + kappa * (up.cost() - down.cost());
      assertThat(gradient[i]).isCloseTo(difference / (2 * step), within(1e-7));
    }
  }

  @Test
  void withoutAPriceTheGradientIsThatOfTheCrossEntropyAlone() {
    PricedLoss loss = loss(ComplexityKind.VECTOR, 0, 5);
    double[] a = first(loss);
    double[] gradient = sample(loss, a).gradient();
    assertThat(sample(loss(ComplexityKind.VECTOR, 0, 6), a).gradient()).containsExactly(gradient);
    double step = 1e-5;
    for (int i = 0; i < a.length; i += 13) {
      double[] above = a.clone();
      double[] below = a.clone();
      above[i] += step;
      below[i] -= step;
      double difference =
          sample(loss, above).outcome().loss() - sample(loss, below).outcome().loss();
      assertThat(gradient[i]).isCloseTo(difference / (2 * step), within(1e-7));
    }
  }

  @Test
  void kappaIsTheWeightOfTheCost() {
    double[] none = gradient(0);
    double[] one = gradient(1);
    double[] four = gradient(4);
    for (int i = 0; i < none.length; i++) {
      assertThat(four[i] - none[i]).isCloseTo(4 * (one[i] - none[i]), within(1e-12));
    }
    assertThat(one).isNotEqualTo(none);
  }

  private double[] gradient(double kappa) {
    PricedLoss loss = loss(ComplexityKind.VECTOR, kappa, 5);
    return sample(loss, first(loss)).gradient();
  }
}
