package org.simplexity.exchange.layers;

import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.archive.NamedArray;

/**
 * Numbers of a batch normalisation in evaluation: y = (x − mean) / √(variance + ε) · scale + shift.
 *
 * @param scale per channel, or null for 1
 * @param shift per channel, or null for 0
 * @param mean per channel
 * @param variance per channel
 * @param epsilon ε
 */
public record Normalisation(
    @Nullable NamedArray scale,
    @Nullable NamedArray shift,
    NamedArray mean,
    NamedArray variance,
    double epsilon) {}
