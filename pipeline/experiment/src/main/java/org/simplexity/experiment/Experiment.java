package org.simplexity.experiment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.simplexity.data.DataSettings;
import org.simplexity.method.DiscretisationSettings;
import org.simplexity.method.SearchSettings;
import org.simplexity.method.SearchStrategy;
import org.simplexity.method.TrainingSettings;
import org.simplexity.method.adanet.AdaNetSettings;
import org.simplexity.method.autoencoder.AutoencoderSettings;
import org.simplexity.method.controller.DecisionSequence;
import org.simplexity.method.ensemble.EnsembleSettings;
import org.simplexity.method.evidence.PolynomialSettings;
import org.simplexity.method.family.PricedFamilySettings;
import org.simplexity.method.pruning.PruningSettings;
import org.simplexity.method.robustness.RobustnessSettings;
import org.simplexity.method.weights.FamilySettings;
import org.simplexity.space.CellSpaceSettings;

/**
 * One experiment, as its file says it.
 *
 * @param name name in the tracker and in file names
 * @param description what it asks, for people
 * @param seed seed from which every random choice follows
 * @param lambda complexity λ at which weights are fitted and pruned; hypernetworks are fitted for
 *     all λ of their knots
 * @param stages stages that it runs; each needs those upstream of it
 * @param data images, their splits and changes
 * @param space cell space
 * @param search structure search
 * @param discretise way from relaxed to discrete structure
 * @param train training of the discrete network
 * @param robustness disturbances of trained networks, read by the stage robustness
 * @param hypernet weights for one λ or for every λ, read by the stage hypernet
 * @param prune removal of weights, read by the stage prune
 * @param polynomial the polynomial example, read by the stage polynomial
 * @param autoencoder variational autoencoder of the images, read by the stage autoencoder
 * @param family family of structures under prices, read by the stage family
 * @param adanet boosting over cell networks, read by the stage adanet
 * @param ensemble ensembles of different structures, read by the stage ensemble
 * @param runtime use of the machine
 * @param sweep values over which the experiment runs
 */
public record Experiment(
    @NotBlank @Size(max = 100) String name,
    String description,
    @PositiveOrZero long seed,
    @Positive double lambda,
    @NotEmpty List<StageName> stages,
    DataSettings data,
    CellSpaceSettings space,
    SearchSettings search,
    DiscretisationSettings discretise,
    TrainingSettings train,
    RobustnessSettings robustness,
    FamilySettings hypernet,
    PruningSettings prune,
    PolynomialSettings polynomial,
    AutoencoderSettings autoencoder,
    PricedFamilySettings family,
    AdaNetSettings adanet,
    EnsembleSettings ensemble,
    RuntimeSettings runtime,
    Sweep sweep) {
  /** Copies the stages and checks them, and what sections ask of each other. */
  public Experiment {
    stages = List.copyOf(stages);
    if (stages.stream().distinct().count() != stages.size()) {
      throw new IllegalArgumentException("stages " + stages + " names one stage twice");
    }
    for (StageName stage : stages) {
      boolean file = stage == StageName.ROBUSTNESS && robustness.network() != null;
      checkNeeds(stages, stage, file ? List.of(StageName.DATA_PREP) : stage.needed());
    }
    checkEdges(search, discretise);
    if (stages.contains(StageName.FAMILY)) {
      checkPrices(family, space.operations());
    }
  }

  /** Complexities must be those of the space's operations. */
  private static void checkPrices(PricedFamilySettings family, List<String> operations) {
    try {
      family.check(operations.size());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "family.search.fixed and family.points for the operations %s: %s"
              .formatted(operations, e.getMessage()),
          e);
    }
  }

  private static void checkEdges(SearchSettings search, DiscretisationSettings discretise) {
    if (search.strategy() != SearchStrategy.GRADIENT
        && discretise.edgesPerNode() != DecisionSequence.INPUTS_PER_NODE) {
      throw new IllegalArgumentException(
          "discretise.edges_per_node %d must be %d with search.strategy %s, which chooses as many"
              .formatted(
                  discretise.edgesPerNode(),
                  DecisionSequence.INPUTS_PER_NODE,
                  search.strategy().name().toLowerCase(Locale.ROOT)));
    }
  }

  private static void checkNeeds(List<StageName> stages, StageName stage, List<StageName> needed) {
    List<StageName> missing = needed.stream().filter(other -> !stages.contains(other)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "stages %s: stage %s needs stage %s, which is not in the list"
              .formatted(stages, stage, missing.get(missing.size() - 1)));
    }
  }

  /**
   * Every section with its own defaults; the name has none. The stages go from images to a report;
   * robustness is an extra.
   */
  public static Experiment defaults() {
    return new Experiment(
        "",
        "",
        0,
        1,
        List.of(
            StageName.DATA_PREP,
            StageName.SEARCH,
            StageName.DISCRETISE,
            StageName.TRAIN,
            StageName.EVALUATE,
            StageName.REPORT),
        DataSettings.defaults(),
        CellSpaceSettings.defaults(),
        SearchSettings.defaults(),
        DiscretisationSettings.defaults(),
        TrainingSettings.defaults(),
        RobustnessSettings.defaults(),
        FamilySettings.defaults(),
        PruningSettings.defaults(),
        PolynomialSettings.defaults(),
        AutoencoderSettings.defaults(),
        PricedFamilySettings.defaults(),
        AdaNetSettings.defaults(),
        EnsembleSettings.defaults(),
        RuntimeSettings.defaults(),
        Sweep.defaults());
  }
}
