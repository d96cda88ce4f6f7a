package org.simplexity.method.autoencoder;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import org.simplexity.method.OptimiserKind;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.ScheduleSettings;

/**
 * A variational autoencoder of images and its fitting (lecture on structure selection, "variational
 * autoencoder + ARD").
 *
 * @param latent number of latent units, K
 * @param hidden units of the hidden layer of the encoder, and of the decoder's
 * @param relevance whether latent units carry a factor γ whose relevance is determined
 *     automatically: false is the VAE, true the VAE + ARD
 * @param relevanceWeight weight of KL(q(γ) ‖ p(γ)) in what is minimised; 1 is the bound itself. A
 *     VAE does not use it
 * @param beta weight of KL(q(z|x) ‖ p(z)) in what is minimised; 1 is the bound itself (Higgins et
 *     al. 2017)
 * @param epochs passes over the train split
 * @param batch images a step
 * @param optimiser optimiser of encoder, decoder and γ, each with moments of its own
 */
public record AutoencoderSettings(
    @Min(1) @Max(4096) int latent,
    @Min(1) @Max(65_536) int hidden,
    boolean relevance,
    @PositiveOrZero double relevanceWeight,
    @PositiveOrZero double beta,
    @Min(1) int epochs,
    @Min(1) int batch,
    @Valid OptimiserSettings optimiser) {
  /** A VAE 784-400-32-400-784 for MNIST, batches of 100 and Adam of rate 1e-3. */
  public static AutoencoderSettings defaults() {
    return new AutoencoderSettings(
        32,
        400,
        false,
        1,
        1,
        20,
        100,
        new OptimiserSettings(
            OptimiserKind.ADAM, 1e-3, 0, 0.9, 0.999, 0, 0, 0, ScheduleSettings.constant()));
  }
}
