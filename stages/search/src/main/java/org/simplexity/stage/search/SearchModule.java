package org.simplexity.stage.search;

import com.google.inject.AbstractModule;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.Inputs;

/** Binds the work of the search stage. */
final class SearchModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Stage.class).to(SearchStage.class);
    bind(SearchStage.class);
    bind(SearchArtifacts.class);
    bind(EpochLoop.class);
    bind(Inputs.class);
  }
}
