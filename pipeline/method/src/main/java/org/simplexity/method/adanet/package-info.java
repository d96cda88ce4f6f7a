/**
 * AdaNet: boosting over cell networks that grow deeper only where that lowers a penalised loss.
 *
 * <p>Entry type: {@link org.simplexity.method.adanet.AdaNet}. Depends on kernel, space and the
 * method package; stages depend on it. Follows the lecture on structure selection, "AdaNet", and
 * Cortes et al. 2017.
 */
@NullMarked
package org.simplexity.method.adanet;

import org.jspecify.annotations.NullMarked;
