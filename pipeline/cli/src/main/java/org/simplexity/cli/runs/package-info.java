/**
 * {@code ./simplexity runs}: finished experiments from the tracker in a table, or side by side.
 *
 * <p>Entry type: {@link org.simplexity.cli.runs.RunsCommand}.
 */
@NullMarked
package org.simplexity.cli.runs;

import org.jspecify.annotations.NullMarked;
