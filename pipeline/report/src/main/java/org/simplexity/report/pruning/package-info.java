/**
 * Accuracy over the share of weights removed, for single runs and for whole experiments.
 *
 * <p>Entry types: {@link org.simplexity.report.pruning.Removal}, whose rows {@link
 * org.simplexity.report.pruning.PruningCharts}, {@link
 * org.simplexity.report.pruning.PruningSurfaces} and {@link
 * org.simplexity.report.pruning.PlainComparison} show, and {@link
 * org.simplexity.report.pruning.DialPoint}, whose rows {@link
 * org.simplexity.report.pruning.DialReadings} merges. Depends on report content; the stages prune
 * and report depend on it.
 */
@NullMarked
package org.simplexity.report.pruning;

import org.jspecify.annotations.NullMarked;
