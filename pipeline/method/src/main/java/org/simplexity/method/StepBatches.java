package org.simplexity.method;

/** The batches of the two losses at one step of a search. */
public interface StepBatches {
  /** Loads the batch of the train split into the plan. */
  void loadTrain();

  /** Loads the batch of the validation split into the plan. */
  void loadValidation();
}
