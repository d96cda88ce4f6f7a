package org.simplexity.stage.ensemble;

import com.google.inject.AbstractModule;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.Inputs;

/** Binds the work of the ensemble stage. */
final class EnsembleModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Stage.class).to(EnsembleStage.class);
    bind(EnsembleStage.class);
    bind(EnsembleArtifacts.class);
    bind(EpochLoop.class);
    bind(Inputs.class);
  }
}
