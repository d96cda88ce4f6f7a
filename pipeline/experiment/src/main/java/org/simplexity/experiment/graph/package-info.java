/**
 * The tasks of an experiment: stages times sweep cells, equal tasks merged.
 *
 * <p>Entry types: {@link org.simplexity.experiment.graph.Stages}, the one place where a stage is
 * described, and {@link org.simplexity.experiment.graph.TaskGraph}. Every engine runs this graph.
 */
@NullMarked
package org.simplexity.experiment.graph;

import org.jspecify.annotations.NullMarked;
