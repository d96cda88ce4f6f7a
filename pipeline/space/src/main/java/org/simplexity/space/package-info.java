/**
 * Families of models: operations by name, cells, supernets, discrete networks and genotypes.
 *
 * <p>Entry types: {@link org.simplexity.space.CellSpace} and {@link org.simplexity.space.Genotype}.
 * Depends on the kernel only; search methods and reports depend on it. Follows Liu, Simonyan, Yang,
 * <em>DARTS: Differentiable Architecture Search</em>, ICLR 2019, §2.1.
 */
@NullMarked
package org.simplexity.space;

import org.jspecify.annotations.NullMarked;
