package org.simplexity.method.adanet;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.space.Genotype;
import org.simplexity.space.GenotypeText;

/**
 * How an ensemble of cell networks is boosted.
 *
 * @param iterations most members
 * @param epochs epochs of training of each candidate
 * @param batch images a step
 * @param depth cells of the first candidate; the other has one more
 * @param complexityWeight λ, weight of a member's complexity
 * @param weightPenalty β, penalty of every mixture weight
 * @param leastFall fall of the objective, in nats, below which a candidate is not added
 * @param optimiser optimiser of a candidate's weights
 * @param genotype structure of all members, in DARTS's notation or as JSON; without it one is drawn
 *     from the space for every iteration
 */
public record AdaNetSettings(
    @Min(1) @Max(50) int iterations,
    @Min(1) int epochs,
    @Min(1) int batch,
    @Min(1) @Max(50) int depth,
    @PositiveOrZero double complexityWeight,
    @PositiveOrZero double weightPenalty,
    @PositiveOrZero double leastFall,
    OptimiserSettings optimiser,
    @Nullable String genotype) {
  /** Checks that the genotype can be read. */
  public AdaNetSettings {
    if (genotype != null && !(GenotypeText.read(genotype) instanceof Genotype)) {
      throw new IllegalArgumentException(
          ("genotype %s is none of a cell space with reduction cells: expected DARTS's notation,"
                  + " Genotype(normal=[…], …), or JSON")
              .formatted(genotype));
    }
  }

  /** Five iterations from one cell on, λ = 1e-3 and β = 1e-4, candidates trained as DARTS's are. */
  public static AdaNetSettings defaults() {
    return new AdaNetSettings(5, 20, 64, 1, 1e-3, 1e-4, 1e-4, OptimiserSettings.weights(), null);
  }
}
