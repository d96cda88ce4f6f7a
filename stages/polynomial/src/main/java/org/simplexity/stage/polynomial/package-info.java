/**
 * The polynomial stage: from weights λ of the generalised problem to a submodel of the polynomial
 * example.
 *
 * <p>Entry type: {@link org.simplexity.stage.polynomial.Main}. Nothing depends on it. Follows the
 * lecture on structure selection, last example.
 */
@NullMarked
package org.simplexity.stage.polynomial;

import org.jspecify.annotations.NullMarked;
