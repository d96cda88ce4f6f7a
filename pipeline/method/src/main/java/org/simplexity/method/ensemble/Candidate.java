package org.simplexity.method.ensemble;

import org.simplexity.space.Genotype;

/**
 * A structure that a hypernetwork of diversity gave.
 *
 * @param wanted λ, the number of edges that it was to share with α*
 * @param relaxed ⟨α*, γ⟩ of the relaxed structure
 * @param shared edges that the discrete structure shares with α*
 * @param genotype discrete structure
 */
public record Candidate(double wanted, double relaxed, int shared, Genotype genotype) {}
