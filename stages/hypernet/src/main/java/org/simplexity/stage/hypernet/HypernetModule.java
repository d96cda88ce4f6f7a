package org.simplexity.stage.hypernet;

import com.google.inject.AbstractModule;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.Inputs;

/** Binds the work of the hypernet stage. */
final class HypernetModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Stage.class).to(HypernetStage.class);
    bind(HypernetStage.class);
    bind(EpochLoop.class);
    bind(Inputs.class);
  }
}
