/**
 * Elements, attributes and text of HTML and SVG, escaped in one place.
 *
 * <p>Entry type: {@link org.simplexity.report.markup.Element}. Depends on nothing; drawings and the
 * HTML report are built of it.
 */
@NullMarked
package org.simplexity.report.markup;

import org.jspecify.annotations.NullMarked;
