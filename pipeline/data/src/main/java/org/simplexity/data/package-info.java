/**
 * Images as bytes, their splits, statistics and batches, and the seeds all randomness comes from.
 *
 * <p>Entry types: {@link org.simplexity.data.PreparedImages} (one checked file of train, validation
 * and test images) and {@link org.simplexity.data.Batches} (normalised, augmented batches). Where
 * images come from lies in {@code org.simplexity.data.source}. Depends on nothing of Simplexity;
 * methods, experiments and stages may depend on it.
 */
@NullMarked
package org.simplexity.data;

import org.jspecify.annotations.NullMarked;
