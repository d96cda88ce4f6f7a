/**
 * Single precision on a CPU: oneDNN primitives made once, and fused loops over tiles of the
 * buffers.
 *
 * <p>Entry type: {@link org.simplexity.kernel.execution.onednn.OneDnnBackend}. Activations are
 * [example][row][column][channel]: oneDNN's kernels are fast there, and a tile of whole pixels has
 * the same channel at the same place, so that sums over channels are plain vector additions.
 */
@NullMarked
package org.simplexity.kernel.execution.onednn;

import org.jspecify.annotations.NullMarked;
