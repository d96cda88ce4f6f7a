/**
 * The variational autoencoder with and without relevance determination of its latent units.
 *
 * <p>Entry types: {@link org.simplexity.method.autoencoder.AutoencoderSettings} and {@link
 * org.simplexity.method.autoencoder.AutoencoderTraining}. Depends on kernel, data and space; stages
 * depend on it. Follows the lecture on structure selection, "variational autoencoder + ARD", and
 * Kingma and Welling 2014.
 */
@NullMarked
package org.simplexity.method.autoencoder;

import org.jspecify.annotations.NullMarked;
