/**
 * A comparison for people and programs: lines, Markdown, JUnit XML, JSON and one HTML page.
 *
 * <p>Entry type: {@link org.simplexity.regression.output.Outputs}. Everything else here shows one
 * {@code Comparison} in one form, without files or servers.
 */
@NullMarked
package org.simplexity.regression.output;

import org.jspecify.annotations.NullMarked;
