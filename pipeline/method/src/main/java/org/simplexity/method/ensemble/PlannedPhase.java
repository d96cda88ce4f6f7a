package org.simplexity.method.ensemble;

import java.util.function.Supplier;

/**
 * A phase to come.
 *
 * @param name under which its cost is booked
 * @param epochs its epochs, at least 1
 * @param start begins it, once those before it are finished
 */
record PlannedPhase(String name, int epochs, Supplier<Phase> start) {}
