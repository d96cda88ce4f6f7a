package org.simplexity.method.family;

import org.simplexity.method.Score;

/**
 * What one epoch of a search of a family came to.
 *
 * @param train running score over the epoch's batches, complexities and draws
 * @param validation score of the mixture at the middle complexity on the validation split
 * @param cost mean priced expected cost of the complexities drawn, without κ
 * @param temperature temperature of the draws
 * @param learningRate learning rate of the weights
 */
public record StructureFamilyEpoch(
    Score train, Score validation, double cost, double temperature, double learningRate) {}
