/**
 * Still pictures for places that show no interactive charts, such as the tracker's artifact view.
 *
 * <p>Entry types: {@link org.simplexity.report.still.CurvesPicture}, drawn by XChart, and {@link
 * org.simplexity.report.still.ScenePicture}.
 */
@NullMarked
package org.simplexity.report.still;

import org.jspecify.annotations.NullMarked;
