/**
 * The common corruptions of images of Hendrycks and Dietterich, <em>Benchmarking neural network
 * robustness to common corruptions and perturbations</em>, ICLR 2019, with the constants that their
 * code publishes for CIFAR-10-C ({@code make_cifar_c.py} of github.com/hendrycks/robustness).
 *
 * <p>Entry type: {@link org.simplexity.method.robustness.corruption.Corruption}. Depends on images
 * only. The code is our own. Of the fifteen corruptions frost is left out, which needs photographs.
 *
 * <p>Everywhere different from the published code: images stay real numbers, where it rounds to
 * bytes; lengths in pixels are those for 32 × 32 at every size of image.
 */
@NullMarked
package org.simplexity.method.robustness.corruption;

import org.jspecify.annotations.NullMarked;
