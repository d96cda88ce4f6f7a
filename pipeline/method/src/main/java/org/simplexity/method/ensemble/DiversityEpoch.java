package org.simplexity.method.ensemble;

import org.simplexity.method.Score;

/**
 * What one epoch of the training of a hypernetwork of diversity came to.
 *
 * @param train running score over the epoch's train batches, numbers λ and draws
 * @param validation running score over the batches of the hypernetwork's steps
 * @param error mean squared error of the number of shared edges over those steps, without C
 * @param temperature temperature of the draws
 * @param learningRate learning rate of the weights
 */
public record DiversityEpoch(
    Score train, Score validation, double error, double temperature, double learningRate) {}
