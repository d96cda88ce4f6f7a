package org.simplexity.airflow;

import java.time.Instant;
import java.util.Optional;

/**
 * Runs of a scheduled DAG for days that have passed.
 *
 * @param id its number
 * @param dagId name of the DAG
 * @param completed when its last run ended; empty before
 */
public record Backfill(int id, String dagId, Optional<Instant> completed) {}
