/**
 * Still pictures for places that show no interactive charts, such as the tracker's artifact view.
 *
 * <p>Entry type: {@link org.simplexity.report.still.CurvesPicture}. Drawn by XChart.
 */
@NullMarked
package org.simplexity.report.still;

import org.jspecify.annotations.NullMarked;
