package org.simplexity.method.evidence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The polynomial example of the lecture on structure selection: its data, and the weights λ at
 * which the generalised problem is solved, see {@link LevelWeights}.
 *
 * @param coefficients c₀, c₁, … of the polynomial that the data come from
 * @param noise standard deviation of its noise
 * @param examples examples of the train split and of the validation split
 * @param likelihood λ_lik^Q
 * @param outerPrior λ_prior^Q
 * @param innerPrior λ_prior^L
 * @param reference what λ_struct^Q draws the structure to
 * @param referenceWeight λ_struct^Q
 * @param steps most steps of the outer level
 * @param rate learning rate of the outer level
 */
public record PolynomialSettings(
    @NotEmpty @Size(max = 11) List<Double> coefficients,
    @Positive double noise,
    @Min(2) @Max(10_000) int examples,
    @PositiveOrZero double likelihood,
    @PositiveOrZero double outerPrior,
    @PositiveOrZero double innerPrior,
    PolynomialReference reference,
    @PositiveOrZero double referenceWeight,
    @Min(1) int steps,
    @Positive double rate) {
  private static final double TOLERANCE = 1e-4;
  private static final double LIMIT = 20;

  /** Copies the list. */
  public PolynomialSettings {
    coefficients = List.copyOf(coefficients);
  }

  /**
   * A line through the origin with noise, twenty examples a split, and the evidence on both levels.
   */
  public static PolynomialSettings defaults() {
    return new PolynomialSettings(
        List.of(0.0, 1.0), 0.5, 20, 1, 1, 1, PolynomialReference.NONE, 100, 50, 0.2);
  }

  /** λ of both levels. */
  public LevelWeights levels() {
    LevelWeights.Outer outer =
        new LevelWeights.Outer(likelihood, outerPrior, reference.weighted(referenceWeight));
    return new LevelWeights(outer, innerPrior, 1);
  }

  /** How the outer level moves. */
  public TwoLevelSettings outerLevel() {
    return new TwoLevelSettings(steps, rate, TOLERANCE, LIMIT);
  }
}
