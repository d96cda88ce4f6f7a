package org.simplexity.method.family;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.simplexity.method.AnnealingKind;
import org.simplexity.method.AnnealingSettings;
import org.simplexity.method.OptimiserKind;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.ScheduleSettings;
import org.simplexity.space.StructureLayout;

/**
 * Search of a family of structures (vector complexity, "experiment").
 *
 * @param epochs passes over the train split
 * @param batch images a step
 * @param samples complexities drawn for a batch, over which gradients are averaged
 * @param complexity what the complexity is
 * @param fixed the one complexity of a single search; empty for a whole family
 * @param extraReferences reference points of a {@code vector} complexity beyond one an operation
 * @param knots knots of a {@code scalar} complexity; the first and the last bound its range
 * @param initialScale standard deviation of the first logits around 0
 * @param kappa κ, the weight of the priced expected cost beside the cross-entropy
 * @param temperature temperature of Gumbel-softmax over the epochs
 * @param levels on which images the hypernetwork is trained
 * @param weights optimiser of the shared weights
 * @param hypernetwork optimiser of the hypernetwork's parameters
 */
public record StructureFamilySettings(
    @Min(1) int epochs,
    @Min(1) int batch,
    @Min(1) int samples,
    ComplexityKind complexity,
    List<Double> fixed,
    @Min(RadialBasisLogits.LEAST_EXTRA) int extraReferences,
    List<Double> knots,
    @PositiveOrZero double initialScale,
    @PositiveOrZero double kappa,
    @Valid AnnealingSettings temperature,
    Levels levels,
    @Valid OptimiserSettings weights,
    @Valid OptimiserSettings hypernetwork) {
  /** Copies the lists. */
  public StructureFamilySettings {
    fixed = List.copyOf(fixed);
    knots = List.copyOf(knots);
  }

  /**
   * The settings of the document for Fashion-MNIST: 10 epochs, batch 64, κ = 50, K + 2 reference
   * points, one level, a temperature from 1 to 0.2. What it leaves open is ours: one S a batch, a
   * straight line between the temperatures, SGD of DARTS for the weights, and Adam with a rate of
   * 0.01 for the hypernetwork.
   */
  public static StructureFamilySettings defaults() {
    return new StructureFamilySettings(
        10,
        64,
        1,
        ComplexityKind.VECTOR,
        List.of(),
        RadialBasisLogits.LEAST_EXTRA,
        List.of(0.0, 0.25, 0.5, 0.75, 1.0),
        1e-3,
        50,
        new AnnealingSettings(AnnealingKind.LINEAR, 1, 0.2, List.of()),
        Levels.ONE,
        OptimiserSettings.weights(),
        new OptimiserSettings(
            OptimiserKind.ADAM, 0.01, 0, 0.9, 0.999, 0, 0, 0, ScheduleSettings.constant()));
  }

  /** Draws and optimisers of its steps. */
  FamilyStepSettings steps() {
    return new FamilyStepSettings(
        epochs, samples, initialScale, temperature, weights, hypernetwork);
  }

  /**
   * What c is.
   *
   * @param operations K
   * @throws IllegalArgumentException if {@code fixed} is no complexity of K operations
   */
  public ComplexityControl control(int operations) {
    ComplexityControl control =
        switch (complexity) {
          case VECTOR -> new VectorComplexity(operations);
          case SCALAR ->
              new ScalarComplexity(knots.get(0), knots.get(knots.size() - 1), operations);
        };
    return fixed.isEmpty() ? control : new FixedComplexity(control, fixed);
  }

  /**
   * The map α(c, a).
   *
   * @param layout order of the structure vector
   */
  public StructureHypernetwork map(StructureLayout layout) {
    int operations = layout.operations().size();
    if (!fixed.isEmpty()) {
      return new ConstantLogits(fixed.size(), layout.length());
    }
    return switch (complexity) {
      case VECTOR ->
          new RadialBasisLogits(operations, layout.groups(), operations + extraReferences);
      case SCALAR -> new PiecewiseLinearLogits(knots, layout.length());
    };
  }

  /** The same for one complexity, or, where the list is empty, for a whole family. */
  public StructureFamilySettings withFixed(List<Double> point) {
    return new StructureFamilySettings(
        epochs,
        batch,
        samples,
        complexity,
        point,
        extraReferences,
        knots,
        initialScale,
        kappa,
        temperature,
        levels,
        weights,
        hypernetwork);
  }
}
