/**
 * A network taken apart into the layers that other formats have.
 *
 * <p>Entry type: {@link org.simplexity.exchange.layers.LayerWriter}, which walks through a network
 * and hands its operations to a {@link org.simplexity.exchange.layers.LayerSink}, one for each
 * format. Depends on the kernel.
 */
@NullMarked
package org.simplexity.exchange.layers;

import org.jspecify.annotations.NullMarked;
