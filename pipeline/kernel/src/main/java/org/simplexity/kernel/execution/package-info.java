/**
 * How a network runs: phases between the barriers of batch normalisation, chunks of the batch on
 * worker threads, and one kernel an operation.
 *
 * <p>Entry types: {@link org.simplexity.kernel.execution.Schedule} orders the work, {@link
 * org.simplexity.kernel.execution.Backend} makes kernels for it. Used by {@code Plan} only.
 */
@NullMarked
package org.simplexity.kernel.execution;

import org.jspecify.annotations.NullMarked;
