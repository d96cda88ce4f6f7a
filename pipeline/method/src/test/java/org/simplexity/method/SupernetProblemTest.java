package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Engine;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Precision;
import org.simplexity.method.bilevel.Gradients;
import org.simplexity.space.CellSpace;

/** The two losses of a search against central differences, in double precision. */
class SupernetProblemTest {
  private static final int BATCH = 8;
  private static final double STEP = 1e-6;

  private final CellSpace space = Stripes.space();
  private final Plan plan =
      Plan.compile(
          space.supernet(),
          PlanSettings.defaults(BATCH)
              .withPrecision(Precision.DOUBLE)
              .withEngine(Engine.REFERENCE)
              .withThreads(1));

  @AfterEach
  void free() {
    plan.close();
  }

  private final class TwoBatches implements StepBatches {
    private final ImageFeeds feeds = new ImageFeeds(plan, Stripes.images(), BATCH);
    private final BatchFeed train = feeds.evaluation(Stripes.images().prepared().train());
    private final BatchFeed validation = feeds.evaluation(Stripes.images().prepared().validation());

    @Override
    public void loadTrain() {
      train.load(0, 1);
    }

    @Override
    public void loadValidation() {
      validation.load(0, 2);
    }
  }

  private SupernetProblem problem(RelaxationKind kind, boolean precisions) {
    RelaxationSettings relaxation =
        new RelaxationSettings(kind, AnnealingSettings.constant(0.8), false, DrawScope.BATCH);
    StructurePriorSettings prior =
        new StructurePriorSettings(PriorStrength.CUSTOM, 0.05, AnnealingSettings.constant(0.5));
    SearchSettings settings = SearchSettings.defaults().withStructure(relaxation, prior);
    Structure structure = new Structure(space.structure(), settings, new Seed(1));
    plan.statistics().copyFrom(space.supernet().initialStatistics());
    return new SupernetProblem(
        new SupernetProblem.Subject(
            plan, structure, new StructurePrior(prior, 4, 50), 3e-2, precisions),
        new TwoBatches(),
        new SupernetProblem.Moment(1, 0, new Seed(8), structure.watch()));
  }

  private double[] weights() {
    return space.supernet().initialParameters(new Seed(2).generator());
  }

  private static double[] hyperparameters(SupernetProblem problem) {
    RandomGenerator random = new Seed(4).generator();
    double[] h = new double[problem.hyperparameters()];
    for (int i = 0; i < h.length; i++) {
      h[i] = 0.3 * random.nextGaussian() - (h.length > 200 ? 3 : 0);
    }
    return h;
  }

  @ParameterizedTest
  @EnumSource(names = {"SOFTMAX", "GUMBEL_SOFTMAX", "LOGIT_NORMAL"})
  void gradientsOfTheStructureAreThoseOfBothLosses(RelaxationKind kind) {
    SupernetProblem problem = problem(kind, false);
    double[] w = weights();
    double[] h = hyperparameters(problem);
    Gradients inner = problem.inner(w, h, GradientTarget.STRUCTURE);
    Gradients outer = problem.outer(w, h, GradientTarget.STRUCTURE);
    for (int i = 0; i < h.length; i += 3) {
      double[] above = moved(h, i, STEP);
      double[] below = moved(h, i, -STEP);
      double ofInner =
          problem.inner(w, above, GradientTarget.WEIGHTS).value()
              - problem.inner(w, below, GradientTarget.WEIGHTS).value();
      double ofOuter =
          problem.outer(w, above, GradientTarget.WEIGHTS).value()
              - problem.outer(w, below, GradientTarget.WEIGHTS).value();
      assertThat(inner.hyperparameters()[i]).isCloseTo(ofInner / (2 * STEP), within(1e-7));
      assertThat(outer.hyperparameters()[i]).isCloseTo(ofOuter / (2 * STEP), within(1e-7));
    }
  }

  @Test
  void precisionsEnterTheTrainLossAlone() {
    SupernetProblem problem = problem(RelaxationKind.SOFTMAX, true);
    double[] w = weights();
    double[] h = hyperparameters(problem);
    Gradients inner = problem.inner(w, h, GradientTarget.BOTH);
    Gradients outer = problem.outer(w, h, GradientTarget.BOTH);
    int first = h.length - w.length;
    for (int i = 0; i < w.length; i += 97) {
      double precision = Math.exp(h[first + i]);
      assertThat(inner.hyperparameters()[first + i])
          .isCloseTo(precision * w[i] * w[i], within(1e-15));
      assertThat(outer.hyperparameters()[first + i]).isZero();
      double difference =
          problem.inner(moved(w, i, STEP), h, GradientTarget.WEIGHTS).value()
              - problem.inner(moved(w, i, -STEP), h, GradientTarget.WEIGHTS).value();
      assertThat(inner.weights()[i]).isCloseTo(difference / (2 * STEP), within(1e-6));
    }
  }

  @Test
  void runningStatisticsStayAsTheyWere() {
    SupernetProblem problem = problem(RelaxationKind.GUMBEL_SOFTMAX, false);
    double[] before = plan.statistics().toArray();
    problem.inner(weights(), hyperparameters(problem), GradientTarget.BOTH);
    problem.outer(weights(), hyperparameters(problem), GradientTarget.BOTH);
    assertThat(plan.statistics().toArray()).containsExactly(before);
  }

  private static double[] moved(double[] point, int coordinate, double step) {
    double[] moved = point.clone();
    moved[coordinate] += step;
    return moved;
  }
}
