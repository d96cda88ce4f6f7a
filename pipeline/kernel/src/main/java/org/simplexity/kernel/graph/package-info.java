/**
 * The operations a network is made of, as plain records: what is computed, never how.
 *
 * <p>Entry type: {@link org.simplexity.kernel.graph.Operation}. Settings of an operation ({@code
 * Convolution}, {@code Pooling}, …) follow PyTorch's conventions; the records refer to the flat
 * vectors through slices.
 */
@NullMarked
package org.simplexity.kernel.graph;

import org.jspecify.annotations.NullMarked;
