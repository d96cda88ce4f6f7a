package org.simplexity.stage.report;

import com.google.inject.AbstractModule;
import org.simplexity.experiment.stage.Stage;

/** Binds the stage; all it needs comes from the contract. */
final class ReportModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Stage.class).to(ReportStage.class);
    bind(ReportStage.class);
  }
}
