/**
 * Ensembles of different structures side by side: scores, costs, shared edges.
 *
 * <p>Entry types: {@link org.simplexity.report.ensemble.EnsembleRow} and {@link
 * org.simplexity.report.ensemble.EnsembleCharts}. Depends on report content; the stages ensemble
 * and report depend on it. Follows the document on diverse ensembles (EdgeNES, Babkin 2024).
 */
@NullMarked
package org.simplexity.report.ensemble;

import org.jspecify.annotations.NullMarked;
