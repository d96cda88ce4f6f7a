package org.simplexity.stage.family;

import com.google.inject.AbstractModule;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.Inputs;

/** Binds the work of the family stage. */
final class FamilyModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Stage.class).to(FamilyStage.class);
    bind(FamilyStage.class);
    bind(FamilyArtifacts.class);
    bind(EpochLoop.class);
    bind(Inputs.class);
  }
}
