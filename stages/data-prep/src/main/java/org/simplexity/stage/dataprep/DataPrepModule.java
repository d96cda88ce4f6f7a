package org.simplexity.stage.dataprep;

import com.google.inject.AbstractModule;
import org.simplexity.experiment.stage.Stage;

/** Binds the stage; all it needs comes from the contract. */
final class DataPrepModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Stage.class).to(DataPrep.class);
  }
}
