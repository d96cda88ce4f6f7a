package org.simplexity.stage.robustness;

import com.google.inject.AbstractModule;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.task.Inputs;

/** Binds the work of the robustness stage. */
final class RobustnessModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Stage.class).to(RobustnessStage.class);
    bind(RobustnessStage.class);
    bind(Subject.class);
    bind(Inputs.class);
  }
}
