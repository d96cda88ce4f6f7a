package org.simplexity.experiment.stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.tracking.MetricPoint;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;

/** Upstream runs of a tracker; artifacts are fetched once a machine. */
final class TrackedUpstream implements Upstream {
  private final Map<String, List<UpstreamRun>> runs = new LinkedHashMap<>();

  /**
   * Looks up the runs.
   *
   * @param ids run ids by stage
   * @param cache folder where artifacts are kept, by run id
   * @throws IllegalArgumentException if one of them has not finished
   */
  TrackedUpstream(Map<String, List<String>> ids, Tracker tracker, Path cache) {
    ids.forEach(
        (stage, ofStage) -> {
          List<UpstreamRun> found = new ArrayList<>();
          ofStage.forEach(
              id -> found.add(new Fetched(stage, finished(tracker, id), tracker, cache)));
          runs.put(stage, List.copyOf(found));
        });
  }

  @Override
  public List<UpstreamRun> runs(String stage) {
    return runs.getOrDefault(stage, List.of());
  }

  /** The cell keys of all runs. */
  List<String> cellKeys() {
    return runs.values().stream()
        .flatMap(Collection::stream)
        .map(run -> run.summary().tags().getOrDefault(RunTags.CELL_KEY, run.summary().id()))
        .toList();
  }

  private static RunSummary finished(Tracker tracker, String id) {
    RunSummary summary = tracker.get(id);
    if (summary.status() != RunStatus.FINISHED) {
      throw new IllegalArgumentException(
          "upstream run "
              + id
              + " ("
              + summary.name()
              + ") is "
              + summary.status()
              + ", not FINISHED");
    }
    return summary;
  }

  private record Fetched(String stage, RunSummary summary, Tracker tracker, Path cache)
      implements UpstreamRun {
    @Override
    public List<MetricPoint> history(String metric) {
      return tracker.history(summary.id(), metric);
    }

    @Override
    public boolean has(String path) {
      String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
      return Files.exists(cache.resolve(summary.id()).resolve(path))
          || tracker.artifacts(summary.id(), folder).stream()
              .anyMatch(entry -> entry.path().equals(path));
    }

    @Override
    public Path artifact(String path) {
      Path file = cache.resolve(summary.id()).resolve(path);
      if (!Files.exists(file)) {
        tracker.download(summary.id(), path, file);
      }
      return file;
    }
  }
}
