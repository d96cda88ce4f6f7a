package org.simplexity.method.family;

import java.util.function.Function;
import org.simplexity.method.Conditions;
import org.simplexity.method.DiscretisationGap;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.NetworkWeights;
import org.simplexity.method.Score;
import org.simplexity.method.SearchSettings;
import org.simplexity.space.CellSpace;
import org.simplexity.space.Genotype;

/**
 * Scores of discrete structures on the validation split with the weights of the search as they are,
 * without any training. Running statistics, which the search gathers over all its draws, are
 * estimated again for each structure by forward passes over train batches.
 */
public final class InheritedScores implements Function<Genotype, Score> {
  private final CellSpace space;
  private final DiscretisationGap.Subject subject;
  private final SearchSettings settings;

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
    this.subject = new DiscretisationGap.Subject(images, weights, conditions);
    this.settings = SearchSettings.defaults().withEpochs(1, batch, 0);
  }

  @Override
  public Score apply(Genotype genotype) {
    return new DiscretisationGap(space, genotype, new double[space.structure().length()])
        .recalibrated(subject, settings);
  }
}
