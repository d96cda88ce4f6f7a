package org.simplexity.method;

/**
 * What one epoch of a search came to.
 *
 * @param train running score over the train batches of the epoch
 * @param validation score on the whole validation split after the epoch
 * @param learningRate learning rate of the weights
 * @param diagnosis how the structure fared
 */
public record SearchEpoch(
    Score train, Score validation, double learningRate, StructureDiagnosis diagnosis) {}
