/**
 * The robustness stage: from a trained network, or one of the user's, to its accuracy under
 * disturbances.
 *
 * <p>Entry type: {@link org.simplexity.stage.robustness.Main}. Depends on experiment, exchange and
 * report; nothing depends on it.
 */
@NullMarked
package org.simplexity.stage.robustness;

import org.jspecify.annotations.NullMarked;
