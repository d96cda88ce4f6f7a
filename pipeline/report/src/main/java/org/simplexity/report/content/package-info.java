/**
 * What a report says, as immutable records, without a word on how it looks.
 *
 * <p>Entry type: {@link org.simplexity.report.content.ReportContent}. Depends on drawings; {@code
 * org.simplexity.report.html} shows it.
 */
@NullMarked
package org.simplexity.report.content;

import org.jspecify.annotations.NullMarked;
