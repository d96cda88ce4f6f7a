package org.simplexity.stage.discretise;

import com.google.inject.AbstractModule;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.task.Inputs;

/** Binds the work of the discretise stage. */
final class DiscretiseModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Stage.class).to(DiscretiseStage.class);
    bind(DiscretiseStage.class);
    bind(Inputs.class);
  }
}
