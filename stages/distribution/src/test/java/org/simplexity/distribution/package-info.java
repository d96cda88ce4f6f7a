/** Tests of what a user gets: the folder {@code dist/} and the front door {@code ./simplexity}. */
@NullMarked
package org.simplexity.distribution;

import org.jspecify.annotations.NullMarked;
