package org.simplexity.experiment.stage;

/** Ends a stage whose runner has died, so that no orphan keeps computing. */
public final class RunnerWatch {
  /** Environment variable with the process id of the runner. */
  public static final String VARIABLE = "SIMPLEXITY_RUNNER_PID";

  private static final int TERMINATED = 143;

  private RunnerWatch() {}

  /** Begins to watch, where a runner has named itself. */
  static void begin() {
    String pid = System.getenv(VARIABLE);
    if (pid != null && pid.matches("[0-9]{1,18}")) {
      Thread watch = new Thread(() -> endAfter(Long.parseLong(pid)), "runner-watch");
      watch.setDaemon(true);
      watch.start();
    }
  }

  private static void endAfter(long pid) {
    ProcessHandle.of(pid).ifPresent(runner -> runner.onExit().join());
    System.exit(TERMINATED);
  }
}
