package org.simplexity.experiment;

import java.util.List;
import java.util.Locale;

/** The stages that an experiment can have, upstream first. */
public enum StageName {
  /** From files to prepared images. */
  DATA_PREP,
  /** From images to a relaxed structure. */
  SEARCH,
  /** From a relaxed structure to a discrete one. */
  DISCRETISE,
  /** From a discrete structure to a trained network. */
  TRAIN,
  /** From trained networks to their ranking and the champion. */
  EVALUATE,
  /** From a trained network to its accuracy under disturbances. */
  ROBUSTNESS,
  /** From images to the weights of a network for every complexity λ. */
  HYPERNET,
  /** From the weights at one λ to the accuracy without some of them. */
  PRUNE,
  /** From weights of the generalised problem to a submodel of the polynomial example. */
  POLYNOMIAL,
  /** From images to an encoder and a decoder, and the latent units that they use. */
  AUTOENCODER,
  /** From images to a family of structures under prices of operations. */
  FAMILY,
  /** From images to an ensemble of cell networks that grows by boosting. */
  ADANET,
  /** From a searched structure to an ensemble of different ones. */
  ENSEMBLE,
  /** From all runs to what people read. */
  REPORT;

  /**
   * The stages without whose runs it has nothing to work on, unless the experiment gives a file.
   */
  public List<StageName> needed() {
    return switch (this) {
      case DATA_PREP, POLYNOMIAL, REPORT -> List.of();
      case SEARCH, HYPERNET, AUTOENCODER, FAMILY, ADANET -> List.of(DATA_PREP);
      case PRUNE -> List.of(DATA_PREP, HYPERNET);
      case DISCRETISE, ENSEMBLE -> List.of(DATA_PREP, SEARCH);
      case TRAIN -> List.of(DATA_PREP, SEARCH, DISCRETISE);
      case EVALUATE -> List.of(TRAIN);
      case ROBUSTNESS -> List.of(DATA_PREP, TRAIN);
    };
  }

  /** The word in files, of jars and in the tracker: {@code data-prep}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
