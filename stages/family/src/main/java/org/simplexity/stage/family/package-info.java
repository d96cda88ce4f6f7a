/**
 * The family stage: from images to structures for every price of their operations.
 *
 * <p>Entry type: {@link org.simplexity.stage.family.Main}. Nothing depends on it. Follows vector
 * complexity.
 */
@NullMarked
package org.simplexity.stage.family;

import org.jspecify.annotations.NullMarked;
