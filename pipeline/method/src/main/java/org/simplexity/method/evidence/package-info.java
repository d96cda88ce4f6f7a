/**
 * The generalised problem of choosing a model on two levels: likelihood, divergence from the prior
 * and divergence of structures from references, each with its own weight.
 *
 * <p>Entry types: {@link org.simplexity.method.evidence.EvidenceProblem}, {@link
 * org.simplexity.method.evidence.LevelWeights}, {@link
 * org.simplexity.method.evidence.TwoLevelOptimisation}. Plain arrays in double precision; uses the
 * rooms bilevel, distribution and space.family. Follows the lecture on structure selection,
 * "proposed optimisation problem" (Bakhteev 2018).
 */
@NullMarked
package org.simplexity.method.evidence;

import org.jspecify.annotations.NullMarked;
