/**
 * Curves of accuracy under disturbances, for single runs and for whole experiments.
 *
 * <p>Entry type: {@link org.simplexity.report.robustness.RobustnessCharts}. Depends on report
 * content; the stages robustness and report depend on it.
 */
@NullMarked
package org.simplexity.report.robustness;

import org.jspecify.annotations.NullMarked;
