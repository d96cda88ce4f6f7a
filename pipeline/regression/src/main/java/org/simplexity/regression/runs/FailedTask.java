package org.simplexity.regression.runs;

/**
 * A task that ended without a result.
 *
 * @param task id of the task in its graph
 * @param runId id of its last run
 * @param reason the meaning of its exit code, or the state of its run
 * @param message what the stage said; may be empty
 */
public record FailedTask(String task, String runId, String reason, String message) {}
