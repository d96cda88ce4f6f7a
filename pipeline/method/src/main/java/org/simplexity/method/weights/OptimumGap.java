package org.simplexity.method.weights;

/**
 * How far fitted weights w(λ) are from the only minimum w*(λ).
 *
 * @param criterion mean of |g(w) − g(w*)| over all weights, g(w) = exp(−w²) the relative density at
 *     zero by which weights are removed
 * @param objective how much the minimised objective is above its minimum
 */
public record OptimumGap(double criterion, double objective) {}
