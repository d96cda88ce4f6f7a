package org.simplexity.cli.regress;

import java.io.IOException;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.TaskGraph;
import org.simplexity.experiment.run.Console;
import org.simplexity.experiment.run.LocalRunner;
import org.simplexity.experiment.run.RunnerSettings;
import org.simplexity.tracking.Tracker;

/**
 * On this machine, as {@code ./simplexity run} does.
 *
 * @param settings where and how
 * @param tracker tracker, connected to the server that the settings name
 * @param console where to tell
 */
record LocalEngine(RunnerSettings settings, Tracker tracker, Console console) implements Engine {
  @Override
  public LocalRunner.Ended run(ExperimentFile file) throws IOException, InterruptedException {
    return LocalRunner.runToEnd(file, TaskGraph.of(file), settings, tracker, console);
  }
}
