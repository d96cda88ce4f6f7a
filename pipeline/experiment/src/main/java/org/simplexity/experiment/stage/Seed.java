package org.simplexity.experiment.stage;

/**
 * The seed of a task: the experiment's, after overrides and the cell.
 *
 * @param value seed
 */
public record Seed(long value) {}
