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
  private final List<Vector> vectors;
  private final FlatVector generated;
  private final FlatVector pulled;

  /** One b_j with its gradient and its optimiser. */
  private static final class Vector {
    final FlatVector values;
    final FlatVector gradient;
    final Optimisation optimisation;
    boolean reached;

    Vector(FlatVector values, FamilySettings settings) {
      this.values = values;
      this.gradient = values.zerosLike();
      this.optimisation =
          new Optimisation(settings.optimiser(), settings.epochsOfModel(), values, gradient);
    }

    /** Adds to the gradients since the last move. */
    void pullback(double coefficient, FlatVector pulled) {
      if (reached) {
        LinearCombination.add(coefficient, pulled, gradient);
      } else {
        LinearCombination.scaled(coefficient, pulled, gradient);
      }
      reached = true;
    }
  }

  GeneratedWeights(Plan plan, FamilySettings settings, double[] firstWeights) {
    this.plan = plan;
    this.map = settings.model().hypernetwork(settings.knots());
    this.model = model(plan.parameters(), settings);
    double[] initial = model.initial(firstWeights);
    this.generated = FlatVector.zeros(initial.length, plan.settings().precision());
    this.pulled = generated.zerosLike();
    List<Vector> first = new ArrayList<>();
    for (int j = 0; j < map.vectors(); j++) {
      FlatVector values = generated.zerosLike();
      if (map.startsAtWeights(j)) {
        values.copyFrom(initial);
      }
      first.add(new Vector(values, settings));
    }
    this.vectors = List.copyOf(first);
  }

  private static WeightModel model(FlatVector like, FamilySettings settings) {
    return settings.model().weights().isDistribution()
        ? new GaussianModel(like, settings.initialLogDeviation())
        : new PointModel(like.length());
  }

  /** Writes a draw of w(λ) into the plan. */
  void draw(double lambda, RandomGenerator random) {
    List<FlatVector> values = vectors.stream().map(vector -> vector.values).toList();
    LinearCombination.sum(map.coefficients(lambda), values, generated);
    model.draw(generated, random, plan.parameters());
  }

  /** Adds a share of the gradients at the last draw, which was at λ. */
  void pullback(double lambda, Penalty penalty, double share) {
    model.pullback(generated, plan.parameterGradients(), penalty, pulled);
    double[] coefficients = map.coefficients(lambda);
    for (int j = 0; j < coefficients.length; j++) {
      if (coefficients[j] != 0) {
        vectors.get(j).pullback(share * coefficients[j], pulled);
      }
    }
  }

  /** Moves every vector that gradients have reached since the last move. */
  void move(int epoch) {
    for (Vector vector : vectors) {
      if (vector.reached) {
        vector.optimisation.step(epoch);
        vector.reached = false;
      }
    }
  }

  /** Number of vectors. */
  int count() {
    return vectors.size();
  }

  /** b_j itself. */
  FlatVector vector(int j) {
    return vectors.get(j).values;
  }

  /** ∂b_j since the last move. */
  FlatVector gradient(int j) {
    return vectors.get(j).gradient;
  }

  /** Learning rate of an epoch, counted from 1. */
  double rate(int epoch) {
    return vectors.get(0).optimisation.rate(epoch);
  }

  private static String name(int j) {
    return "vectors." + j;
  }

  void save(Map<String, double[]> arrays) {
    for (int j = 0; j < vectors.size(); j++) {
      arrays.put(name(j), vectors.get(j).values.toArray());
      vectors.get(j).optimisation.save(name(j), arrays);
    }
  }

  void restore(MethodState state) {
    for (int j = 0; j < vectors.size(); j++) {
      vectors.get(j).values.copyFrom(state.array(name(j)));
      vectors.get(j).optimisation.restore(name(j), state);
    }
  }
}
