/**
 * The stage that gathers all runs of an experiment into one report.
 *
 * <p>Entry type: {@link org.simplexity.stage.report.Main}. Depends on experiment and report;
 * nothing depends on it.
 */
@NullMarked
package org.simplexity.stage.report;

import org.jspecify.annotations.NullMarked;
