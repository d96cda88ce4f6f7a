package org.simplexity.method.autoencoder;

/**
 * What an epoch of a fitting showed.
 *
 * @param train bound, mean over its steps, each at the weights of that step
 * @param loss what was minimised, the same mean: the terms of the bound with their weights
 * @param validation the fitted autoencoder on the validation split
 * @param learningRate learning rate
 */
public record AutoencoderEpoch(
    Elbo train, double loss, Assessment validation, double learningRate) {}
