/** Tests of {@code ./simplexity regress} against a real tracking server. */
@NullMarked
package org.simplexity.cli.regress;

import org.jspecify.annotations.NullMarked;
