package org.simplexity.method;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Locale;
import java.util.Set;

/**
 * Alternating search of structure and weights (Liu et al. 2019, §2.2-2.3) with a distribution and a
 * prior of the structure (lecture on structure selection).
 *
 * @param epochs passes over the train split
 * @param batch images a step, on the train and on the validation split alike
 * @param warmUpEpochs first epochs in which only the weights move
 * @param initialScale standard deviation of the initial structure parameters around zero
 * @param weights optimiser of the weights on the train split
 * @param structure optimiser of the structure parameters on the validation split
 * @param relaxation where the structure lives and how it is distributed
 * @param prior prior of the structure
 * @param outer gradient of the structure across the training of the weights
 * @param precision precisions of the weights, learned on the validation split
 * @param escape what is done about stationary points of the structure
 * @param strategy how the structure is searched; other strategies than {@code gradient} read of
 *     these settings the epochs, the batch and the optimiser of the weights
 * @param controller what the strategies {@code reinforcement} and {@code random} draw structures
 *     with
 */
public record SearchSettings(
    @Min(1) int epochs,
    @Min(1) int batch,
    @Min(0) int warmUpEpochs,
    @PositiveOrZero double initialScale,
    OptimiserSettings weights,
    OptimiserSettings structure,
    RelaxationSettings relaxation,
    StructurePriorSettings prior,
    OuterGradientSettings outer,
    PrecisionSettings precision,
    EscapeSettings escape,
    SearchStrategy strategy,
    ControllerSettings controller) {
  private static final Set<RelaxationKind> WITH_PRIOR =
      Set.of(
          RelaxationKind.SOFTMAX,
          RelaxationKind.GUMBEL_SOFTMAX,
          RelaxationKind.DIRICHLET,
          RelaxationKind.LOGIT_NORMAL);

  /** Checks that the structure moves in at least one epoch, and what no section can say alone. */
  public SearchSettings {
    if (warmUpEpochs >= epochs && epochs > 0) {
      throw new IllegalArgumentException(
          "warm_up_epochs "
              + warmUpEpochs
              + " leaves none of the "
              + epochs
              + " epochs to the structure");
    }
    if (prior.isOn() && !WITH_PRIOR.contains(relaxation.distribution())) {
      throw new IllegalArgumentException(
          "prior.strength "
              + prior.strength().name().toLowerCase(Locale.ROOT)
              + " needs a relaxation.distribution inside the simplex: softmax, gumbel-softmax,"
              + " dirichlet or logit-normal");
    }
    if (precision.learn() && outer.isFirstOrder()) {
      throw new IllegalArgumentException(
          "precision.learn true needs an outer.gradient other than first-order, which does not see"
              + " the weights answer");
    }
  }

  /** The settings of DARTS on CIFAR-10 (Liu et al. 2019, §A.1.1). */
  public static SearchSettings defaults() {
    return new SearchSettings(
        50,
        64,
        0,
        1e-3,
        OptimiserSettings.weights(),
        OptimiserSettings.structure(),
        RelaxationSettings.defaults(),
        StructurePriorSettings.defaults(),
        OuterGradientSettings.defaults(),
        PrecisionSettings.defaults(),
        EscapeSettings.defaults(),
        SearchStrategy.GRADIENT,
        ControllerSettings.defaults());
  }

  /**
   * The same for another length of the search.
   *
   * @param otherEpochs passes over the train split
   * @param otherBatch images a step
   * @param otherWarmUp first epochs in which only the weights move
   */
  public SearchSettings withEpochs(int otherEpochs, int otherBatch, int otherWarmUp) {
    return new SearchSettings(
        otherEpochs,
        otherBatch,
        otherWarmUp,
        initialScale,
        weights,
        structure,
        relaxation,
        prior,
        outer,
        precision,
        escape,
        strategy,
        controller);
  }

  /** The same with other optimisers of weights and structure. */
  public SearchSettings withOptimisers(OptimiserSettings ofWeights, OptimiserSettings ofStructure) {
    return new SearchSettings(
        epochs,
        batch,
        warmUpEpochs,
        initialScale,
        ofWeights,
        ofStructure,
        relaxation,
        prior,
        outer,
        precision,
        escape,
        strategy,
        controller);
  }

  /** The same with another relaxation and prior of the structure. */
  public SearchSettings withStructure(RelaxationSettings relaxed, StructurePriorSettings before) {
    return new SearchSettings(
        epochs,
        batch,
        warmUpEpochs,
        initialScale,
        weights,
        structure,
        relaxed,
        before,
        outer,
        precision,
        escape,
        strategy,
        controller);
  }

  /** The same with another outer gradient and precisions. */
  public SearchSettings withOuter(OuterGradientSettings gradient, PrecisionSettings precisions) {
    return new SearchSettings(
        epochs,
        batch,
        warmUpEpochs,
        initialScale,
        weights,
        structure,
        relaxation,
        prior,
        gradient,
        precisions,
        escape,
        strategy,
        controller);
  }

  /** The same with another remedy. */
  public SearchSettings withEscape(EscapeSettings remedy) {
    return new SearchSettings(
        epochs,
        batch,
        warmUpEpochs,
        initialScale,
        weights,
        structure,
        relaxation,
        prior,
        outer,
        precision,
        remedy,
        strategy,
        controller);
  }

  /** The same with another strategy and controller. */
  public SearchSettings withStrategy(SearchStrategy other, ControllerSettings drawing) {
    return new SearchSettings(
        epochs,
        batch,
        warmUpEpochs,
        initialScale,
        weights,
        structure,
        relaxation,
        prior,
        outer,
        precision,
        escape,
        other,
        drawing);
  }
}
