package org.simplexity.cli.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.experiment.file.Nearest;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;

/** Runs of whole experiments in a tracker. */
final class ExperimentRows {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHORTEST = 4;
  private final Tracker tracker;

  ExperimentRows(Tracker tracker) {
    this.tracker = tracker;
  }

  /**
   * All runs of one experiment, or of every one, newest first.
   *
   * @param experiment name of an experiment; empty for every one
   * @throws IllegalArgumentException if there is no such experiment
   */
  List<ExperimentRow> of(String experiment) {
    List<String> known = tracker.experiments();
    if (!experiment.isEmpty() && !known.contains(experiment)) {
      throw new IllegalArgumentException(
          "the tracker has no experiment \""
              + experiment
              + "\""
              + Nearest.question(experiment, known)
              + "; there is "
              + String.join(", ", known));
    }
    List<ExperimentRow> rows = new ArrayList<>();
    for (String name : experiment.isEmpty() ? known : List.of(experiment)) {
      rows.addAll(rows(tracker.find(name, Map.of())));
    }
    rows.sort(Comparator.comparing((ExperimentRow row) -> row.run().start()).reversed());
    return rows;
  }

  /**
   * The run of a whole experiment that an id, or its beginning, means.
   *
   * @param rows runs to choose from
   * @param id at least four characters
   */
  static ExperimentRow named(List<ExperimentRow> rows, String id) {
    List<ExperimentRow> found =
        id.length() < SHORTEST
            ? List.of()
            : rows.stream().filter(row -> row.run().id().startsWith(id)).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    List<String> ids = rows.stream().map(row -> start(row, id)).toList();
    throw new IllegalArgumentException(
        (found.isEmpty() ? "there is no run \"" : "several runs begin with \"")
            + id
            + "\" of a whole experiment"
            + Nearest.question(id, ids)
            + "; ./simplexity runs lists them, "
            + SHORTEST
            + " characters or more are enough");
  }

  /** As much of an id as was written. */
  private static String start(ExperimentRow row, String id) {
    return row.run().id().substring(0, Math.max(SHORTEST, Math.min(32, id.length())));
  }

  private static List<ExperimentRow> rows(List<RunSummary> runs) {
    Map<String, RunSummary> byId = new HashMap<>();
    Map<String, List<RunSummary>> byParent = new HashMap<>();
    for (RunSummary run : runs) {
      byId.put(run.id(), run);
      if (run.parent() != null) {
        byParent.computeIfAbsent(run.parent(), id -> new ArrayList<>()).add(run);
      }
    }
    List<ExperimentRow> rows = new ArrayList<>();
    for (RunSummary run : runs) {
      if ("experiment".equals(run.tags().get(RunTags.STAGE))) {
        List<RunSummary> tasks = new ArrayList<>(byParent.getOrDefault(run.id(), List.of()));
        reused(run).stream().filter(byId::containsKey).map(byId::get).forEach(tasks::add);
        rows.add(new ExperimentRow(run, tasks));
      }
    }
    return rows;
  }

  private static List<String> reused(RunSummary run) {
    List<String> ids = new ArrayList<>();
    try {
      JsonNode tag = JSON.readTree(run.tags().getOrDefault(RunTags.REUSED, "{}"));
      tag.properties().forEach(task -> ids.add(task.getValue().asText()));
    } catch (JsonProcessingException e) {
      return List.of(); // a tag that was cut: the table goes without the reused tasks
    }
    return ids;
  }
}
