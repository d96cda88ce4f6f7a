/**
 * Accuracy over the share of weights removed, for single runs and for whole experiments.
 *
 * <p>Entry types: {@link org.simplexity.report.pruning.Removal} and {@link
 * org.simplexity.report.pruning.PruningCharts}. Depends on report content; the stages prune and
 * report depend on it.
 */
@NullMarked
package org.simplexity.report.pruning;

import org.jspecify.annotations.NullMarked;
