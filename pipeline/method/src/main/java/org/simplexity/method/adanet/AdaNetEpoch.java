package org.simplexity.method.adanet;

import org.simplexity.method.Score;

/**
 * What one epoch of both candidates came to.
 *
 * @param same running score over the train batches of the ensemble with the candidate that is as
 *     deep as the deepest member
 * @param deeper the same with the one that has a cell more
 * @param decided whether the iteration ended with it
 */
public record AdaNetEpoch(Score same, Score deeper, boolean decided) {}
