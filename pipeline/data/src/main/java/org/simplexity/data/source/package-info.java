/**
 * Where images come from: bundled, downloaded in IDX or CIFAR format, or a folder of the user's.
 *
 * <p>Entry type: {@link org.simplexity.data.source.ImagePreparation}, from settings and a seed to
 * {@link org.simplexity.data.PreparedImages}. The data-prep stage depends on it; methods do not.
 */
@NullMarked
package org.simplexity.data.source;

import org.jspecify.annotations.NullMarked;
