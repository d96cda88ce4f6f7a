package org.simplexity.experiment.run;

import java.util.Map;
import java.util.Optional;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.Plan;
import org.simplexity.experiment.graph.TaskGraph;
import org.simplexity.experiment.stage.ExperimentRun;
import org.simplexity.experiment.stage.MachineFacts;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;

/**
 * The run of the whole experiment: resumed where one of the same graph did not finish, else new.
 */
final class ParentRuns {
  private static final String RUNNER = "simplexity.runner";

  private final Tracker tracker;
  private final ExperimentFile file;
  private final TaskGraph graph;
  private final Plan plan;

  ParentRuns(Tracker tracker, ExperimentFile file, TaskGraph graph, Plan plan) {
    this.tracker = tracker;
    this.file = file;
    this.graph = graph;
    this.plan = plan;
  }

  /** Goes on with an unfinished run of the same graph, unless a fresh one is asked for. */
  TrackedRun open(boolean fresh) {
    Optional<RunSummary> unfinished = fresh ? Optional.empty() : unfinished();
    TrackedRun run = unfinished.map(old -> tracker.attach(old.id())).orElseGet(this::made);
    run.tags(Map.of(RUNNER, thisRunner()));
    return run;
  }

  private Optional<RunSummary> unfinished() {
    return tracker.find(graph.experiment(), Map.of(ExperimentRun.GRAPH, plan.key())).stream()
        .filter(run -> !run.tags().containsKey(RunTags.ENGINE_REQUEST))
        .filter(run -> run.status() != RunStatus.FINISHED && !alive(run))
        .findFirst();
  }

  /** The newest finished run of the same graph. */
  Optional<RunSummary> finished() {
    return tracker.find(graph.experiment(), Map.of(ExperimentRun.GRAPH, plan.key())).stream()
        .filter(run -> run.status() == RunStatus.FINISHED)
        .findFirst();
  }

  private TrackedRun made() {
    return new ExperimentRun(file, graph, plan.key()).start(tracker, Map.of());
  }

  /** Whether the runner that made a run is another living process of this machine. */
  private static boolean alive(RunSummary run) {
    String[] runner = run.tags().getOrDefault(RUNNER, "").split(":", 2);
    boolean here = runner.length == 2 && runner[1].equals(MachineFacts.host());
    return run.status() == RunStatus.RUNNING
        && here
        && runner[0].matches("[0-9]{1,18}")
        && Long.parseLong(runner[0]) != ProcessHandle.current().pid()
        && ProcessHandle.of(Long.parseLong(runner[0])).isPresent();
  }

  private static String thisRunner() {
    return ProcessHandle.current().pid() + ":" + MachineFacts.host();
  }
}
