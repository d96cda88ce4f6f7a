package org.simplexity.method.weights;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Locale;
import org.simplexity.data.ChannelStatistics;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.method.ImageFeeds;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.OptimiserKind;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.ScheduleSettings;
import org.simplexity.method.robustness.PixelScale;

/**
 * Fitting of one network at one λ, or of a hypernetwork for all λ of a range (hypernetworks and
 * pruning).
 *
 * @param network network whose weights are fitted
 * @param pixels numbers in which it reads pixels
 * @param model kind of weights, alone or from a hypernetwork
 * @param objective where λ enters for variational weights
 * @param knots values of λ: the first and the last bound the range of a hypernetwork, a piecewise
 *     linear one has a knot at each, and each is evaluated after every epoch
 * @param distribution how a hypernetwork's λ is drawn
 * @param samples values of λ drawn for a batch, over which gradients are averaged
 * @param prior prior of variational weights
 * @param initialLogDeviation first log σ of drawn weights
 * @param epochs passes over the training images at one λ
 * @param hypernetworkEpochs the same for a hypernetwork
 * @param batch images a step
 * @param includeValidation whether the validation split is trained on too; the scores by λ after an
 *     epoch are those on its images in any case
 * @param optimumGap whether the only minimum at each λ is computed first, and the distance from it
 *     told after every epoch; for point weights of a linear network, which have one
 * @param optimiser optimiser; each vector of a hypernetwork has moments of its own, and moves only
 *     at a λ that reads it
 */
public record FamilySettings(
    @Valid FamilyNetwork network,
    PixelScale pixels,
    FamilyModel model,
    ObjectiveKind objective,
    List<Double> knots,
    LambdaDistribution distribution,
    @Min(1) int samples,
    @Valid WeightPriorSettings prior,
    double initialLogDeviation,
    @Min(1) int epochs,
    @Min(1) int hypernetworkEpochs,
    @Min(1) int batch,
    boolean includeValidation,
    boolean optimumGap,
    @Valid OptimiserSettings optimiser) {
  /** Copies the knots and checks what belongs together. */
  public FamilySettings {
    knots = List.copyOf(knots);
    Knots.check(knots);
    if (optimumGap
        && (network.kind() != FamilyNetwork.Kind.LINEAR || model.weights() != WeightKind.BASE)) {
      throw new IllegalArgumentException(
          "optimum_gap true needs a minimum that is the only one: expected network.kind linear and a"
              + " model base, base_linear or base_piecewise, got %s and %s"
                  .formatted(network.kind().name().toLowerCase(Locale.ROOT), model));
    }
    if (prior.relevance() && objective == ObjectiveKind.L2) {
      throw new IllegalArgumentException(
          "objective l2 has no effect with prior.relevance true: precisions that are determined"
              + " automatically take the factor lambda up; expected l1");
    }
  }

  /** The settings of the document for MNIST; 784-50-10 at λ. */
  public static FamilySettings defaults() {
    return new FamilySettings(
        FamilyNetwork.defaults(),
        PixelScale.NORMALISED,
        FamilyModel.VAR_PIECEWISE,
        ObjectiveKind.L1,
        List.of(1e-3, 1e-2, 1e-1, 1.0, 10.0, 100.0),
        LambdaDistribution.LOG_UNIFORM,
        1,
        WeightPriorSettings.defaults(),
        -3,
        25,
        50,
        256,
        true,
        false,
        new OptimiserSettings(
            OptimiserKind.ADAM, 5e-4, 0, 0.9, 0.999, 0, 0, 1, ScheduleSettings.constant()));
  }

  /** Epochs of the model that is fitted. */
  public int epochsOfModel() {
    return model.isHypernetwork() ? hypernetworkEpochs : epochs;
  }

  /**
   * What carries images into a plan of the network, in the numbers that it reads.
   *
   * @param plan plan
   * @param images images
   */
  public ImageFeeds feeds(Plan plan, LabelledImages images) {
    return new ImageFeeds(
        plan,
        images.augmentation(),
        normalisation(images.prepared().statistics()),
        plan.settings().batch());
  }

  /**
   * What the network reads of a pixel: (pixel / 255 − mean) / standard deviation.
   *
   * @param train mean and deviation of the train split
   */
  public ChannelStatistics normalisation(ChannelStatistics train) {
    PixelScale.Standard standard = pixels.standard(train);
    return new ChannelStatistics(standard.means(), standard.deviations());
  }

  /**
   * How many numbers are fitted.
   *
   * @param fitted network that is fitted
   */
  public int parameters(Network fitted) {
    int copies = model.weights().isDistribution() ? 2 : 1;
    return copies * model.hypernetwork(knots).vectors() * fitted.parameterCount();
  }

  /** The same for another model. */
  public FamilySettings withModel(FamilyModel other) {
    return new FamilySettings(
        network,
        pixels,
        other,
        objective,
        knots,
        distribution,
        samples,
        prior,
        initialLogDeviation,
        epochs,
        hypernetworkEpochs,
        batch,
        includeValidation,
        optimumGap,
        optimiser);
  }
}
