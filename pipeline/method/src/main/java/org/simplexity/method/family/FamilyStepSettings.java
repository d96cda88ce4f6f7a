package org.simplexity.method.family;

import org.simplexity.method.AnnealingSettings;
import org.simplexity.method.OptimiserSettings;

/**
 * What a {@link StructureFamilyStep} is made of; searches of families derive it from their own
 * settings.
 *
 * @param epochs epochs of schedules and annealing
 * @param samples conditions drawn for a batch, over which gradients are averaged
 * @param initialScale standard deviation of the first logits around 0
 * @param temperature temperature of the draws over the epochs
 * @param weights optimiser of the shared weights
 * @param hypernetwork optimiser of the hypernetwork's parameters
 */
public record FamilyStepSettings(
    int epochs,
    int samples,
    double initialScale,
    AnnealingSettings temperature,
    OptimiserSettings weights,
    OptimiserSettings hypernetwork) {}
