/**
 * Images as real numbers.
 *
 * <p>Entry type: {@link org.simplexity.method.robustness.image.Pixels}. Depends on data;
 * corruptions and robustness depend on it.
 */
@NullMarked
package org.simplexity.method.robustness.image;

import org.jspecify.annotations.NullMarked;
