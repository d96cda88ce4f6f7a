/**
 * Plain loops in double precision, one example after another in PyTorch's layout: what gradients
 * and the fast kernels are checked with.
 */
@NullMarked
package org.simplexity.kernel.execution.reference;

import org.jspecify.annotations.NullMarked;
