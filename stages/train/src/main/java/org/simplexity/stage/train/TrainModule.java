package org.simplexity.stage.train;

import com.google.inject.AbstractModule;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.Inputs;

/** Binds the work of the train stage. */
final class TrainModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Stage.class).to(TrainStage.class);
    bind(TrainStage.class);
    bind(StartingPoint.class);
    bind(EpochLoop.class);
    bind(Inputs.class);
  }
}
