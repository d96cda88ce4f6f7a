/**
 * Parametric families of models as plain graphs: nodes, edges with several base functions each, and
 * how nodes gather their edges.
 *
 * <p>Entry types: {@link org.simplexity.space.family.ModelFamily} and {@link
 * org.simplexity.space.family.LogLikelihood}. Plain loops in double precision, for problems small
 * enough to be checked against closed forms; uses no other room. Follows the lecture on structure
 * selection, "graph representation", eq. 1.
 */
@NullMarked
package org.simplexity.space.family;

import org.jspecify.annotations.NullMarked;
