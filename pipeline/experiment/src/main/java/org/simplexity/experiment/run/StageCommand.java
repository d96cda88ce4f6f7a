package org.simplexity.experiment.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.Task;
import org.simplexity.experiment.stage.JavaOptions;

/** The command line of a task under the stage contract. */
final class StageCommand {
  private final RunnerSettings settings;
  private final ExperimentFile file;
  private final Path copy;
  private final String parent;

  /**
   * Commands of one experiment.
   *
   * @param copy copy of the experiment's file that does not change while it runs
   * @param parent id of the run of the experiment
   */
  StageCommand(RunnerSettings settings, ExperimentFile file, Path copy, String parent) {
    this.settings = settings;
    this.file = file;
    this.copy = copy;
    this.parent = parent;
  }

  /**
   * The words of the command.
   *
   * @param task task to run
   * @param runId run made for it
   * @param upstream id of the run of each upstream task
   */
  List<String> of(Task task, String runId, Map<String, Task> upstream) {
    List<String> words = new ArrayList<>(java(task));
    add(words, "--experiment", copy.toString());
    file.overrides().forEach(override -> add(words, "--set", override));
    task.cell().values().forEach((key, value) -> add(words, "--cell", key + "=" + value));
    add(words, "--task", task.id());
    upstream.forEach((id, above) -> add(words, "--upstream", above.stage().name() + "=" + id));
    add(words, "--parent", parent);
    add(words, "--run", runId);
    add(words, "--tracking-uri", settings.trackingUri().toString());
    add(words, "--work", settings.work().toString());
    if (settings.debug()) {
      words.add("--debug");
    }
    return List.copyOf(words);
  }

  private List<String> java(Task task) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(JavaOptions.of(file.experiment(task.cell()).runtime()));
    add(words, "-jar", settings.jar(task.stage().name()).toString());
    return words;
  }

  private static void add(List<String> words, String option, String value) {
    words.add(option);
    words.add(value);
  }
}
