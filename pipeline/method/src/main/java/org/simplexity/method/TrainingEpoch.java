package org.simplexity.method;

import org.jspecify.annotations.Nullable;

/**
 * What one epoch of training came to.
 *
 * @param train running score over the batches of the epoch
 * @param validation score on the validation split, or null where that split is trained on
 * @param learningRate learning rate of the weights
 */
public record TrainingEpoch(Score train, @Nullable Score validation, double learningRate) {}
