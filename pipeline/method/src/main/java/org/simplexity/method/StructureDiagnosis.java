package org.simplexity.method;

import java.util.OptionalDouble;

/**
 * How the structure fared in an epoch.
 *
 * @param gradientNorm mean over edges of the norm of the epoch's mean gradient of the edge's
 *     parameters, without the prior's part
 * @param gap mean over edges of what a move to the best vertex promises, in nats, see {@link
 *     EscapeSettings}
 * @param stuck edges that have stuck
 * @param restarted edges that were put back to the centre after the epoch
 * @param frozen whether the structure has been frozen
 * @param eigenvalue dominant eigenvalue of ∇²Q in the structure parameters, where it was asked for
 */
public record StructureDiagnosis(
    double gradientNorm,
    double gap,
    int stuck,
    int restarted,
    boolean frozen,
    OptionalDouble eigenvalue) {}
