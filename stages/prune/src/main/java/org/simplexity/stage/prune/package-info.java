/**
 * The prune stage: from weights at one complexity λ to the accuracy that is left without some.
 *
 * <p>Entry type: {@link org.simplexity.stage.prune.Main}. Nothing depends on it. Follows the
 * document on hypernetworks and pruning.
 */
@NullMarked
package org.simplexity.stage.prune;

import org.jspecify.annotations.NullMarked;
