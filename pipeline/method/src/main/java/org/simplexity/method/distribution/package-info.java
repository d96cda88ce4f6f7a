/**
 * Distributions of the structure of one edge: where γ lives, how it is drawn, how dense it is.
 *
 * <p>Entry types: {@link org.simplexity.method.distribution.StructureDistribution} and {@link
 * org.simplexity.method.distribution.Density}. Plain arrays in double precision; depends on no
 * other room. Follows the lecture on structure selection (domains, reparametrisation, priors of the
 * structure); Maddison, Mnih, Teh 2017; Figurnov, Mohamed, Mnih 2018.
 */
@NullMarked
package org.simplexity.method.distribution;

import org.jspecify.annotations.NullMarked;
