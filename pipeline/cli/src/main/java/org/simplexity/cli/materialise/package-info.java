/**
 * Plain networks out of a family of weights: {@code ./simplexity materialise}.
 *
 * <p>Entry type: {@link org.simplexity.cli.materialise.MaterialiseCommand}. Depends on families of
 * weights, exchange formats and, for runs, the tracker.
 */
@NullMarked
package org.simplexity.cli.materialise;

import org.jspecify.annotations.NullMarked;
