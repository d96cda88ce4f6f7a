package org.simplexity.stage.prune;

import com.google.inject.AbstractModule;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.task.Inputs;

/** Binds the work of the prune stage. */
final class PruneModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Stage.class).to(PruneStage.class);
    bind(PruneStage.class);
    bind(Remainders.class);
    bind(Inputs.class);
  }
}
