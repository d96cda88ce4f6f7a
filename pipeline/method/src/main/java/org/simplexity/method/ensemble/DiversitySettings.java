package org.simplexity.method.ensemble;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.stream.IntStream;
import org.simplexity.method.AnnealingKind;
import org.simplexity.method.AnnealingSettings;
import org.simplexity.method.OptimiserKind;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.ScheduleSettings;
import org.simplexity.method.family.FamilyStepSettings;
import org.simplexity.method.family.PiecewiseLinearLogits;

/**
 * Training of the hypernetwork of diversity (diverse ensembles, "our problem statement").
 *
 * @param epochs passes over the train split
 * @param batch images a step, on the train and on the validation split alike
 * @param samples numbers λ of shared edges drawn for a batch, over which gradients are averaged
 * @param knots knots of the hypernetwork, spread evenly over [0, Λ]
 * @param beyond by how many edges λ is drawn beyond both ends of [0, Λ], so that they are learned
 * @param penalty C, the weight of the squared error of the number of shared edges
 * @param warmStart whether the weights start from those of the search that found α*, and the
 *     hypernetwork so that ⟨α*, softmax(h(λ))⟩ = λ; else both start afresh
 * @param initialScale standard deviation of the noise of the first logits
 * @param temperature temperature of Gumbel-softmax over the epochs
 * @param weights optimiser of the shared weights
 * @param hypernetwork optimiser of the hypernetwork's parameters
 */
public record DiversitySettings(
    @Min(1) int epochs,
    @Min(1) int batch,
    @Min(1) int samples,
    @Min(2) int knots,
    @PositiveOrZero double beyond,
    @PositiveOrZero double penalty,
    boolean warmStart,
    @PositiveOrZero double initialScale,
    @Valid AnnealingSettings temperature,
    @Valid OptimiserSettings weights,
    @Valid OptimiserSettings hypernetwork) {
  /** Checks that numbers are finite and there are two knots. */
  public DiversitySettings {
    if (!(penalty >= 0 && Double.isFinite(penalty))) {
      throw new IllegalArgumentException(
          "penalty %s must be finite and not negative; 0 leaves λ without effect"
              .formatted(penalty));
    }
    if (!(beyond >= 0 && Double.isFinite(beyond))) {
      throw new IllegalArgumentException(
          "beyond %s must be a finite number of edges, 0 or more".formatted(beyond));
    }
    if (knots < 2) {
      throw new IllegalArgumentException(
          "knots %d: at least 2 are needed, at 0 and at Λ".formatted(knots));
    }
  }

  /**
   * The document gives no numbers; these are ours: 10 epochs of batches of 64, one λ a batch, 5
   * knots, half an edge beyond both ends, C = 0.1, a warm start, a temperature from 1 to 0.2, SGD
   * of DARTS for the weights and Adam with a rate of 0.01 for the hypernetwork.
   */
  public static DiversitySettings defaults() {
    return new DiversitySettings(
        10,
        64,
        1,
        5,
        0.5,
        0.1,
        true,
        1e-3,
        new AnnealingSettings(AnnealingKind.LINEAR, 1, 0.2, List.of()),
        OptimiserSettings.weights(),
        new OptimiserSettings(
            OptimiserKind.ADAM, 0.01, 0, 0.9, 0.999, 0, 0, 0, ScheduleSettings.constant()));
  }

  /** Draws and optimisers of the steps. */
  FamilyStepSettings steps() {
    return new FamilyStepSettings(
        epochs, samples, initialScale, temperature, weights, hypernetwork);
  }

  /**
   * The map h(λ, a).
   *
   * @param optimum α*, which says Λ
   */
  PiecewiseLinearLogits map(OptimalStructure optimum) {
    double last = optimum.edges();
    List<Double> places = IntStream.range(0, knots).mapToObj(i -> last * i / (knots - 1)).toList();
    return new PiecewiseLinearLogits(places, optimum.layout().length());
  }

  /**
   * The structures of a trained hypernetwork.
   *
   * @param optimum α*
   * @param parameters a
   */
  DiverseFamily family(OptimalStructure optimum, double[] parameters) {
    return new DiverseFamily(optimum, map(optimum), parameters, temperature.value(epochs, epochs));
  }
}
