package org.simplexity.experiment.stage;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.GraphText;
import org.simplexity.experiment.graph.TaskGraph;
import org.simplexity.tracking.RunRequest;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;

/**
 * The run of a whole experiment, to be made: the parent of the runs of its tasks.
 *
 * @param file the experiment
 * @param graph its tasks
 * @param key what makes two graphs the same, see {@link org.simplexity.experiment.graph.Plan#key()}
 */
public record ExperimentRun(ExperimentFile file, TaskGraph graph, String key) {
  /** Tag with the key of the graph. */
  public static final String GRAPH = "simplexity.graph";

  /** Tag with the page of the run, for when it is only looked up. */
  public static final String PAGE = "simplexity.page";

  private static final String NOTE = "mlflow.note.content";

  /**
   * Makes the run, with every tag from its first moment.
   *
   * @param tracker where
   * @param more tags of the engine's own
   */
  public TrackedRun start(Tracker tracker, Map<String, String> more) {
    Experiment experiment = file.experiment();
    Map<String, String> tags = new LinkedHashMap<>(more);
    tags.put(RunTags.STAGE, "experiment");
    tags.put(RunTags.EXPERIMENT, experiment.name());
    tags.put(RunTags.HOST, MachineFacts.host());
    tags.put(GRAPH, key);
    tags.put(NOTE, experiment.description());
    TrackedRun run =
        tracker.start(new RunRequest(experiment.name(), experiment.name(), null, tags));
    describe(run);
    return run;
  }

  /**
   * Logs what the experiment is; doing it again changes nothing.
   *
   * @param run run of the experiment
   */
  public void describe(TrackedRun run) {
    run.parameters(Flat.parameters(file.experiment()));
    artifact(run, "provenance/experiment.yaml", file.text(), "application/yaml");
    String json = new GraphText(graph).json().toPrettyString();
    artifact(run, "provenance/graph.json", json, "application/json");
    run.tags(Map.of(PAGE, run.page().toString()));
  }

  private static void artifact(TrackedRun run, String path, String text, String type) {
    run.artifact(path, text.getBytes(StandardCharsets.UTF_8), type);
  }
}
