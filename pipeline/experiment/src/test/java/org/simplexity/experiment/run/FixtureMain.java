package org.simplexity.experiment.run;

import com.google.inject.AbstractModule;
import java.nio.file.Path;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.stage.StageProgram;

/** A stage under the contract, named as the jar that it was started from. */
public final class FixtureMain {
  private FixtureMain() {}

  /** What the name of the jar says. */
  public static void main(String[] args) {
    Path jar = Path.of(System.getProperty("java.class.path"));
    String stage = jar.getFileName().toString().replace(".jar", "");
    System.exit(StageProgram.run(args, stage, new FixtureModule(stage)));
  }

  private static final class FixtureModule extends AbstractModule {
    private final String stage;

    FixtureModule(String stage) {
      this.stage = stage;
    }

    @Override
    protected void configure() {
      bind(String.class).annotatedWith(FixtureStage.Name.class).toInstance(stage);
      bind(Stage.class).to(FixtureStage.class);
    }
  }
}
