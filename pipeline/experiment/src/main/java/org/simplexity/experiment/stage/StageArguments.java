package org.simplexity.experiment.stage;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.simplexity.experiment.Cell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The arguments of the stage contract. */
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "One stage of an experiment; the contract is in docs/architecture.md.")
@SuppressWarnings("NullAway.Init") // picocli fills required options and the spec
final class StageArguments {
  @Spec private CommandSpec spec;

  @Option(
      names = "--experiment",
      paramLabel = "FILE",
      description = "Experiment; without it that of the parent run.")
  private @Nullable Path experiment;

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Override; repeatable.")
  private List<String> overrides = new ArrayList<>();

  @Option(names = "--cell", paramLabel = "KEY=VALUE", description = "Point of the sweep.")
  private List<String> cell = new ArrayList<>();

  @Option(names = "--task", paramLabel = "ID", description = "Task in the graph.")
  private @Nullable String task;

  @Option(names = "--upstream", paramLabel = "STAGE=RUN_ID", description = "Run to build on.")
  private List<String> upstream = new ArrayList<>();

  @Option(names = "--parent", paramLabel = "RUN_ID", description = "Run of the experiment.")
  private @Nullable String parent;

  @Option(names = "--run", paramLabel = "RUN_ID", description = "Run made for this task.")
  private @Nullable String run;

  @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "Tag of the run; repeatable.")
  private List<String> tags = new ArrayList<>();

  @Option(
      names = "--reuse",
      paramLabel = "SCOPE",
      converter = Reuse.Converter.class,
      description = "Finished runs to take instead of working: nothing, parent, experiment.")
  private Reuse reuse = Reuse.NOTHING;

  @Option(names = "--result", paramLabel = "FILE", description = "Also writes the result here.")
  private @Nullable Path result;

  @Option(names = "--tracking-uri", required = true, paramLabel = "URL", description = "MLflow.")
  private URI trackingUri;

  @Option(names = "--work", paramLabel = "DIR", description = "Scratch and cache.")
  private Path work = Path.of("work");

  @Option(names = "--debug", description = "Log details and stack traces.")
  private boolean debug;

  /** The experiment's file; empty where the parent run holds the experiment. */
  Optional<Path> experiment() {
    if (experiment == null && parent == null) {
      throw new ParameterException(
          spec.commandLine(),
          "Missing option: '--experiment=FILE', or '--parent=RUN_ID' of a run that holds it");
    }
    return Optional.ofNullable(experiment);
  }

  List<String> overrides() {
    return overrides;
  }

  /** The point of the sweep. */
  Cell cell() {
    Map<String, String> values = new LinkedHashMap<>();
    cell.forEach(text -> putPair(values, "--cell", text));
    return new Cell(values);
  }

  /** Upstream run ids by stage, in the order given. */
  Map<String, List<String>> upstream() {
    Map<String, List<String>> runs = new LinkedHashMap<>();
    for (String text : upstream) {
      Map<String, String> pair = new LinkedHashMap<>();
      putPair(pair, "--upstream", text);
      pair.forEach((stage, id) -> runs.computeIfAbsent(stage, s -> new ArrayList<>()).add(id));
    }
    return runs;
  }

  Map<String, String> tags() {
    Map<String, String> values = new LinkedHashMap<>();
    tags.forEach(text -> putPair(values, "--tag", text));
    return values;
  }

  Reuse reuse() {
    return reuse;
  }

  Optional<Path> result() {
    return Optional.ofNullable(result);
  }

  Optional<String> task() {
    return Optional.ofNullable(task);
  }

  Optional<String> parent() {
    return Optional.ofNullable(parent);
  }

  Optional<String> run() {
    return Optional.ofNullable(run);
  }

  URI trackingUri() {
    return trackingUri;
  }

  Path work() {
    return work;
  }

  boolean debug() {
    return debug;
  }

  private void putPair(Map<String, String> pairs, String option, String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      String message = option + " \"" + text + "\" is not of the form NAME=VALUE";
      throw new ParameterException(spec.commandLine(), message);
    }
    pairs.put(text.substring(0, equals), text.substring(equals + 1));
  }
}
