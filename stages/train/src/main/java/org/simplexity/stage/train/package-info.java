/**
 * The train stage: from a genotype to a trained network and its test accuracy.
 *
 * <p>Entry type: {@link org.simplexity.stage.train.Main}. Nothing depends on it. Follows Liu,
 * Simonyan, Yang, <em>DARTS</em>, ICLR 2019.
 */
@NullMarked
package org.simplexity.stage.train;

import org.jspecify.annotations.NullMarked;
