/**
 * The search stage: from prepared images to a relaxed structure, its supernet and a genotype.
 *
 * <p>Entry type: {@link org.simplexity.stage.search.Main}. Nothing depends on it. Follows Liu,
 * Simonyan, Yang, <em>DARTS</em>, ICLR 2019.
 */
@NullMarked
package org.simplexity.stage.search;

import org.jspecify.annotations.NullMarked;
