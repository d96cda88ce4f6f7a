package org.simplexity.experiment.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.tracking.MetricPoint;
import org.simplexity.tracking.RunRequest;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;

/** A finished run, as a tracker would give it back. */
public final class RecordedRun implements UpstreamRun {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final String stage;
  private final Path folder;
  private final Map<String, String> parameters = new HashMap<>();
  private final Map<String, List<MetricPoint>> curves = new LinkedHashMap<>();
  private long seconds = 60;
  private String headline = "{}";

  /**
   * A run without parameters and metrics.
   *
   * @param stage stage that made it
   * @param folder folder of its artifacts, whose name is its id
   */
  public RecordedRun(String stage, Path folder) {
    this.stage = stage;
    this.folder = folder;
    artifact(
        "provenance/run.json",
        "{\"machine\":{\"cpu\":\"Test CPU\",\"cores\":2,\"os\":\"Linux 6\","
            + "\"architecture\":\"amd64\",\"java\":\"OpenJDK 17\"}}");
  }

  /** Sets a parameter. */
  public RecordedRun with(String key, String value) {
    parameters.put(key, value);
    return this;
  }

  /** Sets a curve, its epochs counted from 1. */
  public RecordedRun metric(String key, double... values) {
    MetricPoint[] points = new MetricPoint[values.length];
    for (int index = 0; index < values.length; index++) {
      points[index] = new MetricPoint(index + 1, values[index], START);
    }
    curves.put(key, List.of(points));
    return this;
  }

  /** Declares figures as the run's headline, which no curve has. */
  public RecordedRun headline(String json) {
    headline = json;
    return this;
  }

  /** Sets how many seconds it took. */
  public RecordedRun lasting(long length) {
    seconds = length;
    return this;
  }

  /** Adds an artifact of text. */
  public RecordedRun artifact(String path, String text) {
    return artifact(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds an artifact. */
  public RecordedRun artifact(String path, byte[] content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the same run in a tracker and returns its id. */
  public String publish(Tracker tracker, RunRequest request) throws IOException {
    TrackedRun run = tracker.start(request);
    run.parameters(parameters);
    run.tags(summary().tags());
    curves.forEach((key, points) -> points.forEach(p -> run.metric(key, p.value(), p.step())));
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> run.artifact(folder.relativize(file).toString(), file));
    }
    run.finish(RunStatus.FINISHED);
    run.close();
    return run.id();
  }

  @Override
  public String stage() {
    return stage;
  }

  @Override
  public RunSummary summary() {
    Map<String, Double> last = new HashMap<>();
    curves.forEach((key, points) -> last.put(key, points.get(points.size() - 1).value()));
    return new RunSummary(
        folder.getFileName().toString(),
        stage + " " + folder.getFileName(),
        RunStatus.FINISHED,
        Map.of(
            RunTags.CODE_VERSION,
            "0.1.0+abc",
            RunTags.HOST,
            "here",
            RunTags.LIBRARIES,
            "java-17",
            RunTags.HEADLINE,
            headline),
        parameters,
        last,
        START,
        START.plusSeconds(seconds),
        "parent");
  }

  @Override
  public List<MetricPoint> history(String metric) {
    return curves.getOrDefault(metric, List.of());
  }

  @Override
  public boolean has(String path) {
    return Files.exists(folder.resolve(path));
  }

  @Override
  public Path artifact(String path) throws IOException {
    Path file = folder.resolve(path);
    if (!Files.exists(file)) {
      throw new IOException("no artifact " + path);
    }
    return file;
  }
}
