/**
 * Whether an experiment got worse: a candidate against a baseline, metric by metric, over seeds.
 *
 * <p>Entry type: {@link org.simplexity.regression.Comparison}. Depends on tracker, experiment and
 * report; the commands use it. Nothing here starts a process or a server.
 */
@NullMarked
package org.simplexity.regression;

import org.jspecify.annotations.NullMarked;
