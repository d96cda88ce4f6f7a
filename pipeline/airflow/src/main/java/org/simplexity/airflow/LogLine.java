package org.simplexity.airflow;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a task's log.
 *
 * @param time when it was written
 * @param level such as {@code info}; empty if the line has none
 * @param text what it says
 */
public record LogLine(Optional<Instant> time, String level, String text) {}
