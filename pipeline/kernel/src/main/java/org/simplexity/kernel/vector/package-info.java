/**
 * Algebra of flat vectors in place: what maps into the weights of a network and pulls gradients
 * back out of them is made of.
 *
 * <p>Entry types: {@link org.simplexity.kernel.vector.LinearCombination} and {@link
 * org.simplexity.kernel.vector.GaussianVector}. Depends on the flat vectors only; knows nothing of
 * networks.
 */
@NullMarked
package org.simplexity.kernel.vector;

import org.jspecify.annotations.NullMarked;
