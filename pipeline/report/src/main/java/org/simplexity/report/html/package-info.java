/**
 * The report as one HTML file that opens anywhere: script, style, data and pictures are inside, and
 * its content security policy forbids every request.
 *
 * <p>Entry type: {@link org.simplexity.report.html.HtmlReport}. Charts are drawn by Apache ECharts,
 * inlined from its webjar.
 */
@NullMarked
package org.simplexity.report.html;

import org.jspecify.annotations.NullMarked;
