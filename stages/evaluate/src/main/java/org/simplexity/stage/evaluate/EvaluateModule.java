package org.simplexity.stage.evaluate;

import com.google.inject.AbstractModule;
import org.simplexity.experiment.stage.Stage;

/** Binds the work of the evaluate stage. */
final class EvaluateModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Stage.class).to(EvaluateStage.class);
    bind(EvaluateStage.class);
    bind(ChampionKeeper.class);
  }
}
