package org.simplexity.space;

/** One discrete network of a cell space: of DARTS's, or of NAS-Bench-201's. */
public sealed interface DiscreteStructure permits Genotype, NasBench201Genotype {}
