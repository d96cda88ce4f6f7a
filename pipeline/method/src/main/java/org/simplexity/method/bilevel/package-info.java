/**
 * Problems on two levels: weights w minimise L(w, h), hyperparameters h minimise Q(w*(h), h).
 *
 * <p>Entry types: {@link org.simplexity.method.bilevel.BilevelProblem} and {@link
 * org.simplexity.method.bilevel.OuterGradient}. Plain arrays in double precision. Follows the
 * lecture on structure selection (generalised problem) and Liu, Simonyan, Yang 2019, §2.3.
 */
@NullMarked
package org.simplexity.method.bilevel;

import org.jspecify.annotations.NullMarked;
