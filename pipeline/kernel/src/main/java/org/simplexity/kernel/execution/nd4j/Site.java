package org.simplexity.kernel.execution.nd4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One chunk of a linear combination.
 *
 * @param device of the arrays
 * @param y the combination
 * @param g its gradient
 * @param scratch an array of their shape
 * @param mixture γ, or null where all coefficients are 1
 */
record Site(Device device, INDArray y, INDArray g, INDArray scratch, @Nullable Mixture mixture) {}
