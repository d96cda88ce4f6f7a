/**
 * The hypernet stage: from images to the weights of a network at one complexity λ, or at every λ.
 *
 * <p>Entry type: {@link org.simplexity.stage.hypernet.Main}. Nothing depends on it. Follows the
 * document on hypernetworks and pruning.
 */
@NullMarked
package org.simplexity.stage.hypernet;

import org.jspecify.annotations.NullMarked;
