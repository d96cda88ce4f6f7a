package org.simplexity.experiment.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.Plan;
import org.simplexity.experiment.graph.TaskGraph;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.ExperimentRun;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.TrackingException;

/**
 * Runs an experiment on this machine: every task a process of its stage's jar under the contract of
 * {@code docs/architecture.md}.
 *
 * <p>Finished cells are skipped and their runs used; a failed task leaves those downstream of it
 * unrun while others go on; failures of the infrastructure are retried. Ctrl-C and SIGTERM end all
 * processes and mark their runs as killed.
 */
public final class LocalRunner {
  private final ExperimentFile file;
  private final TaskGraph graph;
  private final RunnerSettings settings;
  private final Tracker tracker;
  private final Console console;

  private LocalRunner(
      ExperimentFile file,
      TaskGraph graph,
      RunnerSettings settings,
      Tracker tracker,
      Console console) {
    this.file = file;
    this.graph = graph;
    this.settings = settings;
    this.tracker = tracker;
    this.console = console;
  }

  /**
   * Runs an experiment to its end.
   *
   * @param file experiment
   * @param graph its tasks
   * @param settings where and how
   * @param tracker tracker, connected to the server that the settings name
   * @param console where to tell
   * @return the worst end of all tasks, see {@link ExitCode}
   * @throws IOException if the distribution cannot be read or the work folder cannot be written
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static ExitCode run(
      ExperimentFile file,
      TaskGraph graph,
      RunnerSettings settings,
      Tracker tracker,
      Console console)
      throws IOException, InterruptedException {
    return runToEnd(file, graph, settings, tracker, console).code();
  }

  /**
   * Runs an experiment to its end and tells its run too.
   *
   * @param file experiment
   * @param graph its tasks
   * @param settings where and how
   * @param tracker tracker, connected to the server that the settings name
   * @param console where to tell
   * @throws IOException if the distribution cannot be read or the work folder cannot be written
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static Ended runToEnd(
      ExperimentFile file,
      TaskGraph graph,
      RunnerSettings settings,
      Tracker tracker,
      Console console)
      throws IOException, InterruptedException {
    return new LocalRunner(file, graph, settings, tracker, console).run();
  }

  /**
   * How an experiment ended.
   *
   * @param code the worst end of all tasks
   * @param runId id of the run of the whole experiment: of an earlier one if there was nothing to
   *     do
   */
  public record Ended(ExitCode code, String runId) {}

  private Ended run() throws IOException, InterruptedException {
    Plan plan = new Plan(file, graph, settings.jars());
    ParentRuns parents = new ParentRuns(tracker, file, graph, plan);
    tracker.replay();
    FinishedCells finished =
        settings.fresh() ? new FinishedCells() : new FinishedCells(tracker, graph.experiment());
    Optional<RunSummary> before = settings.fresh() ? Optional.empty() : parents.finished();
    if (before.isPresent() && plan.tasks().stream().allMatch(t -> finished.run(t).isPresent())) {
      return nothingToDo(plan, finished, before.get());
    }
    TrackedRun parent = parents.open(settings.fresh());
    console.tell("MLflow: " + parent.page());
    return run(plan, finished, parent);
  }

  private Ended run(Plan plan, FinishedCells finished, TrackedRun parent)
      throws IOException, InterruptedException {
    Children children = new Children();
    try (Interruption interruption = new Interruption(children, tracker, parent)) {
      List<Outcome> outcomes = outcomes(plan, finished, parent, children);
      interruption.awaitIfBegun();
      tagReused(parent, outcomes);
      ExitCode worst = ExitCode.worst(outcomes.stream().map(Outcome::code).toList());
      parent.finish(worst == ExitCode.DONE ? RunStatus.FINISHED : RunStatus.FAILED);
      conclude(outcomes, parent.id(), parent.page().toString());
      return new Ended(worst, parent.id());
    } finally {
      children.endAll(Interruption.GRACE); // none is left but after a failure of the runner itself
    }
  }

  private List<Outcome> outcomes(
      Plan plan, FinishedCells finished, TrackedRun parent, Children children)
      throws IOException, InterruptedException {
    StageCommand command = new StageCommand(settings, file, copy(parent.id()), parent.id());
    TaskProcess processes =
        new TaskProcess(
            new TaskProcess.Surroundings(
                settings, tracker, console, graph.experiment(), parent.id()),
            command,
            children);
    try {
      return new Schedule(plan, finished, processes, console)
          .run(file.experiment().runtime().parallelTasks());
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    if (e.getCause() instanceof IOException io) {
      return new UncheckedIOException(io);
    }
    return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
  }

  /** A copy of the file that stays as it is while the experiment runs. */
  private Path copy(String parent) throws IOException {
    Path folder = Files.createDirectories(settings.folder(graph.experiment()).resolve("runs"));
    return Files.writeString(folder.resolve(parent + ".yaml"), file.text());
  }

  private Ended nothingToDo(Plan plan, FinishedCells finished, RunSummary parent) {
    console.tell("Every task has finished before; --fresh runs them again.");
    List<Outcome> outcomes =
        plan.tasks().stream().map(task -> finished.outcome(task).orElseThrow()).toList();
    conclude(outcomes, parent.id(), parent.tags().getOrDefault(ExperimentRun.PAGE, parent.id()));
    return new Ended(ExitCode.DONE, parent.id());
  }

  /** Runs that were used without belonging to this parent. */
  private static void tagReused(TrackedRun parent, List<Outcome> outcomes) {
    ObjectNode reused = JsonNodeFactory.instance.objectNode();
    outcomes.stream()
        .filter(outcome -> outcome.status() == TaskStatus.REUSED)
        .forEach(outcome -> reused.put(outcome.task(), outcome.runId().orElseThrow()));
    if (!reused.isEmpty()) {
      parent.tags(Map.of(RunTags.REUSED, reused.toString()));
    }
  }

  private void conclude(List<Outcome> outcomes, String parent, String page) {
    console.tell(ResultsTable.of(outcomes));
    console.tell("MLflow: " + page);
    Path report = settings.folder(graph.experiment()).resolve("report.html");
    try {
      tracker.download(parent, "report/report.html", report);
      console.tell("Report: " + report);
    } catch (TrackingException e) {
      console.tell("There is no report: " + e.getMessage());
    }
  }
}
