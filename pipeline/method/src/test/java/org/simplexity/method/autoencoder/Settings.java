package org.simplexity.method.autoencoder;

import org.simplexity.method.OptimiserKind;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.ScheduleSettings;

/** Settings of small autoencoders. */
final class Settings {
  private Settings() {}

  static AutoencoderSettings of(int latent, boolean relevance, int epochs) {
    return of(latent, relevance, 1, 1, epochs);
  }

  static AutoencoderSettings of(
      int latent, boolean relevance, double relevanceWeight, double beta, int epochs) {
    return new AutoencoderSettings(
        latent,
        12,
        relevance,
        relevanceWeight,
        beta,
        epochs,
        15,
        new OptimiserSettings(
            OptimiserKind.ADAM, 0.01, 0, 0.9, 0.999, 0, 0, 0, ScheduleSettings.constant()));
  }
}
