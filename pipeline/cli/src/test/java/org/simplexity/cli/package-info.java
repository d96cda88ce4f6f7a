/** Tests of the commands. */
@NullMarked
package org.simplexity.cli;

import org.jspecify.annotations.NullMarked;
