/**
 * Ensembles of different structures from one search: a hypernetwork of the number of edges shared
 * with an optimal structure, greedy selection, scores, costs, and what they are compared with.
 *
 * <p>Entry types: {@link org.simplexity.method.ensemble.DiversitySearch} and {@link
 * org.simplexity.method.ensemble.EnsembleStudy}. Depends on kernel, data, space and method.family;
 * stages depend on it. Follows the document on diverse ensembles (EdgeNES, Babkin 2024).
 */
@NullMarked
package org.simplexity.method.ensemble;

import org.jspecify.annotations.NullMarked;
