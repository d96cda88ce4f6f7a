package org.simplexity.experiment.stage;

import org.simplexity.tracking.TrackedRun;

/**
 * The run of the whole experiment, for the stage that reports on it.
 *
 * @param run parent run; the task's own run where it was started without a parent
 */
public record ParentRun(TrackedRun run) {}
