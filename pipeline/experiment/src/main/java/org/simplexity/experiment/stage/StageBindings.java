package org.simplexity.experiment.stage;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import org.simplexity.data.Seed;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.RuntimeSettings;
import org.simplexity.tracking.Models;
import org.simplexity.tracking.TrackedRun;

/** What the contract offers to a stage. */
final class StageBindings extends AbstractModule {
  private final Experiment experiment;
  private final TrackedRun run;
  private final ParentLink parent;
  private final Tools tools;

  /** The interfaces of the contract, as implemented for this try. */
  record Tools(
      Upstream upstream,
      Progress progress,
      Metrics metrics,
      Checkpoints checkpoints,
      WorkFolder folder,
      Models models) {}

  StageBindings(Experiment experiment, TrackedRun run, ParentLink parent, Tools tools) {
    this.experiment = experiment;
    this.run = run;
    this.parent = parent;
    this.tools = tools;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().requireExactBindingAnnotations();
    binder().disableCircularProxies();
    bind(Experiment.class).toInstance(experiment);
    bind(RuntimeSettings.class).toInstance(experiment.runtime());
    bind(Seed.class).toInstance(new Seed(experiment.seed()));
    bind(TrackedRun.class).toInstance(run);
    bind(Upstream.class).toInstance(tools.upstream());
    bind(Progress.class).toInstance(tools.progress());
    bind(Metrics.class).toInstance(tools.metrics());
    bind(Checkpoints.class).toInstance(tools.checkpoints());
    bind(WorkFolder.class).toInstance(tools.folder());
    bind(Models.class).toInstance(tools.models());
  }

  @Provides
  ParentRun parentRun() {
    return parent.run();
  }
}
