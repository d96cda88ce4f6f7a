package org.simplexity.method.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.vector.GaussianVector.Penalty;
import org.simplexity.kernel.vector.LinearCombination;
import org.simplexity.method.MethodState;
import org.simplexity.method.Optimisation;

/**
 * The vectors b of a map of λ, how the weights of a plan follow from them, and their gradients.
 *
 * <p>b → u = Σ c_j(λ) b_j → w, and back: ∂w → ∂u → ∂b_j = c_j ∂u.
 */
final class GeneratedWeights {
  private final Hypernetwork map;
  private final WeightModel model;
  private final Plan plan;
  private final List<FlatVector> vectors = new ArrayList<>();
  private final List<FlatVector> gradients = new ArrayList<>();
  private final List<Optimisation> optimisations = new ArrayList<>();
  private final boolean[] reached;
  private final FlatVector generated;
  private final FlatVector pulled;

  GeneratedWeights(Plan plan, FamilySettings settings, double[] firstWeights) {
    this.plan = plan;
    this.map = settings.model().hypernetwork(settings.knots());
    FlatVector like = plan.parameters();
    this.model =
        settings.model().weights().isDistribution()
            ? new GaussianModel(like, settings.initialLogDeviation())
            : new PointModel(like.length());
    double[] initial = model.initial(firstWeights);
    for (int j = 0; j < map.vectors(); j++) {
      FlatVector vector = FlatVector.zeros(initial.length, plan.settings().precision());
      if (map.startsAtWeights(j)) {
        vector.copyFrom(initial);
      }
      FlatVector gradient = vector.zerosLike();
      vectors.add(vector);
      gradients.add(gradient);
      optimisations.add(
          new Optimisation(settings.optimiser(), settings.epochsOfModel(), vector, gradient));
    }
    this.generated = FlatVector.zeros(initial.length, plan.settings().precision());
    this.pulled = generated.zerosLike();
    this.reached = new boolean[map.vectors()];
  }

  /** Writes a draw of w(λ) into the plan. */
  void draw(double lambda, RandomGenerator random) {
    LinearCombination.sum(map.coefficients(lambda), vectors, generated);
    model.draw(generated, random, plan.parameters());
  }

  /** Adds a share of the gradients at the last draw, which was at λ. */
  void pullback(double lambda, Penalty penalty, double share) {
    model.pullback(generated, plan.parameterGradients(), penalty, pulled);
    double[] coefficients = map.coefficients(lambda);
    for (int j = 0; j < coefficients.length; j++) {
      double coefficient = share * coefficients[j];
      if (coefficient != 0 && reached[j]) {
        LinearCombination.add(coefficient, pulled, gradients.get(j));
      } else if (coefficient != 0) {
        LinearCombination.scaled(coefficient, pulled, gradients.get(j));
        reached[j] = true;
      }
    }
  }

  /** Moves every vector that gradients have reached since the last move. */
  void move(int epoch) {
    for (int j = 0; j < reached.length; j++) {
      if (reached[j]) {
        optimisations.get(j).step(epoch);
        reached[j] = false;
      }
    }
  }

  /** Vector j and its gradient, for tests and for what is saved. */
  FlatVector vector(int j) {
    return vectors.get(j);
  }

  FlatVector gradient(int j) {
    return gradients.get(j);
  }

  double rate(int epoch) {
    return optimisations.get(0).rate(epoch);
  }

  private static String name(int j) {
    return "vectors." + j;
  }

  void save(Map<String, double[]> arrays) {
    for (int j = 0; j < vectors.size(); j++) {
      arrays.put(name(j), vectors.get(j).toArray());
      optimisations.get(j).save(name(j), arrays);
    }
  }

  void restore(MethodState state) {
    for (int j = 0; j < vectors.size(); j++) {
      vectors.get(j).copyFrom(state.array(name(j)));
      optimisations.get(j).restore(name(j), state);
    }
  }
}
