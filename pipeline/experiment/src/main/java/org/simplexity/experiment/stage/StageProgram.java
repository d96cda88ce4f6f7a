package org.simplexity.experiment.stage;

import com.google.inject.Module;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.StageDescription;
import org.simplexity.experiment.graph.Stages;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * The program of a stage: arguments, experiment, tracker, run, injector, work, result line, exit
 * code. A {@code main} is one line:
 *
 * <pre>{@code
 * System.exit(StageProgram.run(args, "search", new SearchModule(), NativeEnvironment::prepare));
 * }</pre>
 *
 * <p>The module binds {@link Stage}.
 */
public final class StageProgram {
  private static final Logger LOG = LoggerFactory.getLogger(StageProgram.class);

  private final StageDescription description;
  private final Module module;
  private final Runnable preparation;
  private final JsonLines lines;
  private @Nullable StageSession session;

  private StageProgram(
      StageDescription description, Module module, Runnable preparation, PrintStream protocol) {
    this.description = description;
    this.module = module;
    this.preparation = preparation;
    this.lines = new JsonLines(protocol);
  }

  /**
   * Runs a stage that needs nothing before its classes load.
   *
   * @param args arguments of the stage contract
   * @param stage name of the stage
   * @param module binds {@link Stage}
   * @return exit code
   */
  public static int run(String[] args, String stage, Module module) {
    return run(args, stage, module, () -> {});
  }

  /**
   * Runs a stage.
   *
   * @param args arguments of the stage contract
   * @param stage name of the stage
   * @param module binds {@link Stage}
   * @param preparation called first, such as the kernel's setting of the native environment
   * @return exit code
   */
  public static int run(String[] args, String stage, Module module, Runnable preparation) {
    PrintStream protocol = System.out;
    System.setOut(System.err); // whatever libraries print is no part of the protocol
    PrintStream lines = new PrintStream(protocol, true, StandardCharsets.UTF_8);
    return new StageProgram(Stages.named(stage), module, preparation, lines).run(args);
  }

  private int run(String[] args) {
    StageArguments arguments = new StageArguments();
    CommandLine line = new CommandLine(arguments).setCommandName(description.name());
    try {
      CommandLine.ParseResult parsed = line.parseArgs(args);
      if (parsed.isUsageHelpRequested()) {
        line.usage(System.err);
        return ExitCode.DONE.code();
      }
      LogOutput.toStandardError(arguments.debug());
      RunnerWatch.begin();
      preparation.run();
      work(arguments);
      return ExitCode.DONE.code();
    } catch (Exception | OutOfMemoryError | LinkageError e) {
      return failed(e);
    }
  }

  private void work(StageArguments arguments) throws Exception {
    Optional<ExperimentFile> named =
        arguments.experiment().map(path -> ExperimentFile.read(path, arguments.overrides()));
    arguments.result().ifPresent(lines::alsoTo);
    try (Tracker tracker = Connection.open(arguments.trackingUri(), arguments.work())) {
      TaskIdentity task = TaskIdentity.of(arguments, named, description, tracker);
      Optional<RunSummary> finished = task.finished(arguments, tracker);
      if (finished.isPresent()) {
        lines.reused(finished.get().id(), HeadlineMetrics.of(finished.get()));
        return;
      }
      StageSession current = new StageSession(arguments, task, description, tracker);
      session = current;
      Runtime.getRuntime().addShutdownHook(new Thread(this::killed, "mark-killed"));
      try {
        Map<String, Double> headline = current.work(module, lines);
        current.finish(headline);
        lines.finished(current.runId(), headline);
      } catch (Exception | OutOfMemoryError | LinkageError e) {
        markFailed(current, e);
        throw e;
      }
    }
  }

  private void markFailed(StageSession current, Throwable thrown) {
    try {
      current.fail(RunStatus.FAILED, Failures.code(thrown), Failures.message(thrown));
    } catch (RuntimeException e) {
      LOG.warn("The run could not be marked as failed: {}", e.getMessage());
    }
  }

  /** On SIGTERM and Ctrl-C; after an orderly end the session does nothing more. */
  private void killed() {
    if (session != null) {
      session.fail(RunStatus.KILLED, ExitCode.INTERRUPTED, "ended by a signal");
    }
  }

  private int failed(Throwable thrown) {
    ExitCode code = Failures.code(thrown);
    String message = Failures.message(thrown);
    System.err.println(description.name() + ": " + code.meaning() + ": " + message);
    if (code == ExitCode.DEFECT) {
      thrown.printStackTrace();
    } else {
      LOG.debug("Stack trace", thrown);
    }
    lines.failed(Optional.ofNullable(session).map(StageSession::runId), code, message);
    return code.code();
  }
}
