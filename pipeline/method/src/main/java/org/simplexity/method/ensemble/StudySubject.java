package org.simplexity.method.ensemble;

import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.space.CellSpace;

/**
 * What a study is of.
 *
 * @param space cell space
 * @param images all three splits
 * @param conditions threads and seed
 */
public record StudySubject(CellSpace space, LabelledImages images, Conditions conditions) {
  /** Whole batches of an epoch over the train split. */
  int steps(int batch) {
    return images.prepared().train().size() / batch;
  }

  /** The validation split in batches. */
  ClassProbabilities.Subject validation(int batch) {
    return new ClassProbabilities.Subject(images.prepared().validation(), images, batch);
  }

  /** The test split in batches. */
  ClassProbabilities.Subject test(int batch) {
    return new ClassProbabilities.Subject(images.prepared().test(), images, batch);
  }
}
