package org.simplexity.stage.polynomial;

import com.google.inject.AbstractModule;
import org.simplexity.experiment.stage.Stage;

/** Binds the work of the polynomial stage. */
final class PolynomialModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Stage.class).to(PolynomialStage.class);
    bind(PolynomialStage.class);
  }
}
