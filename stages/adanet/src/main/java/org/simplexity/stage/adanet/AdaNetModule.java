package org.simplexity.stage.adanet;

import com.google.inject.AbstractModule;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.Inputs;

/** Binds the work of the adanet stage. */
final class AdaNetModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Stage.class).to(AdaNetStage.class);
    bind(AdaNetStage.class);
    bind(EpochLoop.class);
    bind(Inputs.class);
  }
}
