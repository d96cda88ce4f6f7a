/**
 * ND4J's native operations on preallocated arrays, [example][channel][row][column], in single and
 * double precision: for CUDA, and for platforms that oneDNN's own binding has no library for.
 */
@NullMarked
package org.simplexity.kernel.execution.nd4j;

import org.jspecify.annotations.NullMarked;
