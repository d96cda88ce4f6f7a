package org.simplexity.method;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.simplexity.kernel.Network;
import org.simplexity.space.CellSpace;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;

/**
 * What discretisation costs: validation scores of the supernet, of the discrete network with the
 * weights it inherits, as it is, with re-estimated statistics, and after a little fine-tuning.
 */
public final class DiscretisationGap {
  private final CellSpace space;
  private final Genotype genotype;
  private final double[] gamma;

  /**
   * Takes both structures.
   *
   * @param space cell space
   * @param genotype discrete structure
   * @param gamma relaxed structure that it was derived from
   */
  public DiscretisationGap(CellSpace space, Genotype genotype, double[] gamma) {
    this.space = space;
    this.genotype = genotype;
    this.gamma = gamma.clone();
  }

  /**
   * What the scores are taken with.
   *
   * @param images images; the validation split is scored on
   * @param weights weights of the supernet
   * @param conditions threads, and the seed of fine-tuning
   */
  public record Subject(LabelledImages images, NetworkWeights weights, Conditions conditions) {}

  /**
   * Score of the relaxed structure.
   *
   * @param subject images and weights
   * @param settings batch
   */
  public Score supernet(Subject subject, SearchSettings settings) {
    Network supernet = space.supernet();
    return score(supernet, gamma, subject, settings);
  }

  /**
   * Score of the discrete structure with inherited weights as they are.
   *
   * @param subject images and weights
   * @param settings batch
   */
  public Score discrete(Subject subject, SearchSettings settings) {
    Network discrete = space.discrete(genotype, Form.INHERITED);
    return score(discrete, new double[0], subject, settings);
  }

  private Score score(
      Network network, double[] structure, Subject subject, SearchSettings settings) {
    return Evaluation.score(
        network,
        NetworkVectors.inherited(space.supernet(), subject.weights(), network),
        structure,
        new Evaluation.Subject(
            subject.images().prepared().validation(), subject.images(), settings.batch()),
        subject.conditions());
  }

  /**
   * Score with inherited weights after the running statistics have been re-estimated for the
   * discrete network: how much of the loss is the normalisations' alone.
   *
   * @param subject images and weights
   * @param settings batch
   */
  public Score recalibrated(Subject subject, SearchSettings settings) {
    return tuned(subject, settings, 0);
  }

  /**
   * Score after fine-tuning on the train split with the weight optimiser of the search, and
   * re-estimated statistics.
   *
   * @param subject images and weights
   * @param search batch and optimiser
   * @param settings epochs of fine-tuning
   * @return empty if the settings ask for no epoch
   * @throws DivergedException if the loss is not finite
   */
  public Optional<Score> fineTuned(
      Subject subject, SearchSettings search, DiscretisationSettings settings) {
    return settings.fineTuneEpochs() == 0
        ? Optional.empty()
        : Optional.of(tuned(subject, search, settings.fineTuneEpochs()));
  }

  private Score tuned(Subject subject, SearchSettings search, int epochs) {
    Network discrete = space.discrete(genotype, Form.INHERITED);
    NetworkVectors start = NetworkVectors.inherited(space.supernet(), subject.weights(), discrete);
    TrainingSettings settings =
        new TrainingSettings(
            Math.max(1, epochs),
            search.batch(),
            List.of(Start.INHERITED),
            false,
            search.weights(),
            0,
            0);
    try (NetworkTraining tuning =
        new NetworkTraining(discrete, start, subject.images(), settings, subject.conditions())) {
      for (int epoch = 1; epoch <= epochs; epoch++) {
        tuning.epoch(epoch);
      }
      tuning.refreshStatistics();
      return Objects.requireNonNull(tuning.validation());
    }
  }
}
