/**
 * Finished networks in the file formats of others, and the proof that they compute the same.
 *
 * <p>Entry types: {@link org.simplexity.exchange.FinishedNetwork} and {@link
 * org.simplexity.exchange.Agreement}. Depends on the kernel and the images; the train stage and the
 * command line depend on it. Nothing of DL4J or ONNX Runtime is loaded before it is asked for.
 */
@NullMarked
package org.simplexity.exchange;

import org.jspecify.annotations.NullMarked;
