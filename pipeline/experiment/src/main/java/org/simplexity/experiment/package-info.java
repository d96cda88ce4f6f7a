/**
 * Experiments: one file, one validated record, one graph of tasks, one contract for every stage.
 *
 * <p>Entry type: {@link org.simplexity.experiment.Experiment}. Depends on the settings of data,
 * space and method and on tracking; report, the command line and the stages depend on it.
 */
@NullMarked
package org.simplexity.experiment;

import org.jspecify.annotations.NullMarked;
