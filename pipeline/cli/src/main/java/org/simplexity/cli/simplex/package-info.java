/**
 * {@code ./simplexity simplex}: distributions over the simplex, as densities at points and as
 * pictures.
 *
 * <p>Entry type: {@link org.simplexity.cli.simplex.SimplexCommand}.
 */
@NullMarked
package org.simplexity.cli.simplex;

import org.jspecify.annotations.NullMarked;
