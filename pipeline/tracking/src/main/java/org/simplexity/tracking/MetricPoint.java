package org.simplexity.tracking;

import java.time.Instant;

/**
 * One point of a curve.
 *
 * @param step step, usually the epoch from 1
 * @param value value; NaN and infinite values as they were logged
 * @param time when it was logged, to the millisecond
 */
public record MetricPoint(long step, double value, Instant time) {}
