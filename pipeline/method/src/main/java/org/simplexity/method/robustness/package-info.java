/**
 * How the accuracy of a trained network falls when the network or its images are disturbed.
 *
 * <p>Entry type: {@link org.simplexity.method.robustness.RobustnessStudy}; each {@link
 * org.simplexity.method.robustness.Perturbation} is one way to disturb. Depends on kernel, data and
 * space; the stage robustness depends on it. Follows the robustness experiments of the document on
 * structure search with Dirichlet priors.
 */
@NullMarked
package org.simplexity.method.robustness;

import org.jspecify.annotations.NullMarked;
