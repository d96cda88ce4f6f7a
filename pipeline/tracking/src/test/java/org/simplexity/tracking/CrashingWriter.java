package org.simplexity.tracking;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A process that logs, sends nothing for an hour, and waits to be killed. */
final class CrashingWriter {
  static final int STEPS = 1234;

  private CrashingWriter() {}

  /** Arguments: server, journal folder. A line on standard input ends the run. */
  public static void main(String[] args) throws IOException {
    Batching never = new Batching(Duration.ofHours(1), 1000, 900_000);
    TrackerSettings settings = Trackers.quick(Path.of(args[1])).withBatching(never);
    MlflowTracker tracker = MlflowTracker.connect(URI.create(args[0]), settings);
    TrackedRun run = tracker.start(new RunRequest("crash", "writer", null, Map.of()));
    for (int step = 1; step <= STEPS; step++) {
      run.metric("loss", 1.0 / step, step);
    }
    run.parameters(Map.of("seed", "3"));
    run.artifact("a/spooled.txt", "spooled".getBytes(StandardCharsets.UTF_8), "text/plain");
    System.out.println("written " + run.id());
    System.out.flush();
    if (System.in.read() >= 0) {
      run.finish(RunStatus.FINISHED);
    }
  }
}
