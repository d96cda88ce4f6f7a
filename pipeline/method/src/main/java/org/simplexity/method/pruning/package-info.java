/**
 * Which weights of a trained network can go: criteria, masks, and accuracy over the share removed.
 *
 * <p>Entry types: {@link org.simplexity.method.pruning.PruningSettings} and {@link
 * org.simplexity.method.pruning.PruningStudy}. Depends on the room weights; the stage prune depends
 * on it. Follows the document on hypernetworks and pruning, "pruning of parameters".
 */
@NullMarked
package org.simplexity.method.pruning;

import org.jspecify.annotations.NullMarked;
