/** Tests of {@code ./simplexity runs} against a real tracking server. */
@NullMarked
package org.simplexity.cli.runs;

import org.jspecify.annotations.NullMarked;
