package org.simplexity.cli.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.simplexity.cli.Distribution;
import org.simplexity.experiment.engine.EnginePlan;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.LogOutput;
import org.simplexity.experiment.stage.Reuse;
import org.simplexity.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the parent run of an experiment and prints its tasks. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Makes the run of an experiment and prints all of its tasks as JSON.")
@SuppressWarnings("NullAway.Init") // picocli fills required options, the mixin and the spec
final class EnginePlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ServerOptions server;

  @Option(
      names = "--text",
      required = true,
      paramLabel = "YAML",
      description = "text of the experiment's file")
  private String text;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "NAME",
      description = "name of the file in messages")
  private String source;

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "override; repeatable")
  private List<String> overrides = new ArrayList<>();

  @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "tag of the run; repeatable")
  private Map<String, String> tags = new LinkedHashMap<>();

  @Option(
      names = "--request",
      paramLabel = "ID",
      description = "the engine's name of this run: the same request finds the same run again")
  private @Nullable String request;

  @Option(
      names = "--reuse",
      converter = Reuse.Converter.class,
      paramLabel = "SCOPE",
      description = "finished runs that stand for tasks: nothing, parent (default), experiment")
  private Reuse reuse = Reuse.PARENT;

  @Override
  public Integer call() throws IOException {
    LogOutput.toStandardError(false);
    ExperimentFile file = ExperimentFile.parse(source, text, overrides);
    Distribution here = Distribution.here(System.getenv());
    EnginePlan plan = new EnginePlan(file, here.stages(), reuse);
    try (Tracker tracker = server.tracker()) {
      tracker.replay();
      ObjectNode answer = plan.open(tracker, Optional.ofNullable(request), tags);
      PrintWriter out = spec.commandLine().getOut();
      out.println(answer);
      out.flush();
    }
    return ExitCode.DONE.code();
  }
}
