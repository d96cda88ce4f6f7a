package org.simplexity.method.family;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.simplexity.data.ImageSet;
import org.simplexity.data.ImageSplits;
import org.simplexity.data.PreparedImages;
import org.simplexity.kernel.Network;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.NetworkTraining;
import org.simplexity.method.NetworkVectors;
import org.simplexity.method.NetworkWeights;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.Score;
import org.simplexity.method.Start;
import org.simplexity.method.TrainingSettings;
import org.simplexity.space.CellSpace;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;

/**
 * Discrete networks with the weights of the search as they are, without any training, and their
 * scores on validation images. Running statistics, which the search gathers over all its draws, are
 * estimated again for each structure by forward passes over train batches.
 */
public final class InheritedScores implements Function<Genotype, Score> {
  private final CellSpace space;
  private final LabelledImages images;
  private final NetworkWeights weights;
  private final Conditions conditions;
  private final TrainingSettings settings;

  /**
   * Takes what was searched.
   *
   * @param space cell space
   * @param images images; the validation split is scored on
   * @param weights weights of the supernet
   * @param batch images a pass
   * @param conditions threads, and the seed of the order of train batches
   */
  public InheritedScores(
      CellSpace space,
      LabelledImages images,
      NetworkWeights weights,
      int batch,
      Conditions conditions) {
    this.space = space;
    this.images = images;
    this.weights = weights;
    this.conditions = conditions;
    this.settings =
        new TrainingSettings(
            1, batch, List.of(Start.INHERITED), false, OptimiserSettings.weights(), 0, 0);
  }

  /**
   * The same images with fewer to score on.
   *
   * @param images images
   * @param count how many of the validation split are left, the first ones; all if there are fewer
   */
  public static LabelledImages limited(LabelledImages images, int count) {
    PreparedImages prepared = images.prepared();
    ImageSet validation = prepared.validation();
    if (count >= validation.size()) {
      return images;
    }
    ImageSplits splits =
        new ImageSplits(
            prepared.train(),
            validation.select(IntStream.range(0, count).toArray()),
            prepared.test());
    PreparedImages fewer =
        new PreparedImages(prepared.name(), prepared.classes(), splits, prepared.provenance());
    return new LabelledImages(fewer, images.augmentation());
  }

  @Override
  public Score apply(Genotype genotype) {
    return network(genotype).score();
  }

  /**
   * The network of a structure with its weights and its score.
   *
   * @param genotype structure
   * @throws IllegalArgumentException if the weights are of another space
   */
  public InheritedNetwork network(Genotype genotype) {
    Network network = space.discrete(genotype, Form.INHERITED);
    NetworkVectors start = NetworkVectors.inherited(space.supernet(), weights, network);
    try (NetworkTraining passes =
        new NetworkTraining(network, start, images, settings, conditions)) {
      passes.refreshStatistics();
      Score score = Objects.requireNonNull(passes.validation());
      return new InheritedNetwork(network, passes.weights(), score);
    }
  }
}
