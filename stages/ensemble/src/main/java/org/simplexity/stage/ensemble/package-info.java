/**
 * The ensemble stage: from a searched structure to an ensemble of different ones, and what it is
 * compared with.
 *
 * <p>Entry type: {@link org.simplexity.stage.ensemble.Main}. Nothing depends on it. Follows the
 * document on diverse ensembles (EdgeNES, Babkin 2024).
 */
@NullMarked
package org.simplexity.stage.ensemble;

import org.jspecify.annotations.NullMarked;
