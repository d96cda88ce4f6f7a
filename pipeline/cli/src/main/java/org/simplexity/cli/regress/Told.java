package org.simplexity.cli.regress;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.simplexity.experiment.run.Console;
import org.simplexity.regression.Comparison;
import org.simplexity.regression.output.ComparisonJson;
import org.simplexity.regression.output.ConsoleText;
import org.simplexity.regression.output.FirstBaseline;
import org.simplexity.regression.output.Outputs;

/**
 * Where the outcome is told: to people or programs at once, and in files.
 *
 * @param console lines for people or, as JSON, for programs
 * @param folder folder of the files
 * @param programs where programs read the comparison as one JSON line; empty where people do
 */
record Told(Console console, Path folder, Optional<PrintStream> programs) {
  void line(String text) {
    console.tell(text);
  }

  /** Shows a comparison and writes its files. */
  void comparison(Comparison comparison) throws IOException {
    outputs(comparison).write(folder);
    if (programs.isPresent()) {
      programs.get().println(ComparisonJson.of(comparison).put("event", "comparison"));
    } else {
      console.tell(ConsoleText.of(comparison));
    }
    console.tell("Comparison: " + folder.resolve(Outputs.HTML));
  }

  Outputs outputs(Comparison comparison) {
    return Outputs.of(comparison);
  }

  /** Says that a run is the first baseline, so that nothing was compared. */
  void first(String experiment, String baseline, String runId) throws IOException {
    FirstBaseline first = new FirstBaseline(experiment, baseline, runId);
    new Outputs(Map.of(Outputs.JUNIT, first.junit(), Outputs.MARKDOWN, first.markdown()))
        .write(folder);
    console.tell(first.sentence());
  }
}
