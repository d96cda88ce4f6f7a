package org.simplexity.stage.autoencoder;

import com.google.inject.AbstractModule;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.Inputs;

/** Binds the work of the autoencoder stage. */
final class AutoencoderModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Stage.class).to(AutoencoderStage.class);
    bind(AutoencoderStage.class);
    bind(EpochLoop.class);
    bind(Inputs.class);
  }
}
