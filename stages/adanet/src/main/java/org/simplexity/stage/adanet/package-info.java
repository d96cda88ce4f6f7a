/**
 * The stage adanet: from prepared images to an ensemble of cell networks that grows by boosting.
 *
 * <p>Entry type: {@link org.simplexity.stage.adanet.Main}. Nothing depends on it. Follows the
 * lecture on structure selection, "AdaNet", and Cortes et al. 2017.
 */
@NullMarked
package org.simplexity.stage.adanet;

import org.jspecify.annotations.NullMarked;
