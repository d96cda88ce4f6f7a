package org.simplexity.regression;

/**
 * One value of a metric.
 *
 * @param seed seed of the task
 * @param value value of the metric
 */
public record Observation(String seed, double value) {}
