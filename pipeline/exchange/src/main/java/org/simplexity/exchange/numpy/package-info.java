/**
 * Weights of networks as NumPy archives.
 *
 * <p>Entry type: {@link org.simplexity.exchange.numpy.NumpyWeights}. Depends on the kernel's
 * archives.
 */
@NullMarked
package org.simplexity.exchange.numpy;

import org.jspecify.annotations.NullMarked;
