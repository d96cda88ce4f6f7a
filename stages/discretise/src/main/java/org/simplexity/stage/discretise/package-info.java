/**
 * The discretise stage: from a relaxed structure to a genotype, and what the step costs in
 * accuracy.
 *
 * <p>Entry type: {@link org.simplexity.stage.discretise.Main}. Nothing depends on it. Follows Liu,
 * Simonyan, Yang, <em>DARTS</em>, ICLR 2019.
 */
@NullMarked
package org.simplexity.stage.discretise;

import org.jspecify.annotations.NullMarked;
