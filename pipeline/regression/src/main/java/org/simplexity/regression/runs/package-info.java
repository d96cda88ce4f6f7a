/**
 * Finished experiments as the tracker knows them: their tasks with parameters, metrics and data.
 *
 * <p>Entry type: {@link org.simplexity.regression.runs.ResultsReader}.
 */
@NullMarked
package org.simplexity.regression.runs;

import org.jspecify.annotations.NullMarked;
