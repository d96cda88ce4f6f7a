/**
 * The autoencoder stage: from images to an encoder and a decoder, and the latent units they use.
 *
 * <p>Entry type: {@link org.simplexity.stage.autoencoder.Main}. Nothing depends on it. Follows the
 * lecture on structure selection, "variational autoencoder + ARD".
 */
@NullMarked
package org.simplexity.stage.autoencoder;

import org.jspecify.annotations.NullMarked;
