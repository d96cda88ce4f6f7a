/** Tests of the measurements. */
@NullMarked
package org.simplexity.cli.bench;

import org.jspecify.annotations.NullMarked;
