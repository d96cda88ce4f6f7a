package org.simplexity.method.ensemble;

import java.util.Locale;

/** Ways to come by a network or an ensemble of networks, compared at one accounting of cost. */
public enum EnsembleMethod {
  /** Structures of a hypernetwork of diversity, chosen greedily (diverse ensembles). */
  EDGENES,
  /** The structure of one search. */
  DARTS,
  /** One random structure. */
  RANDOM,
  /** The structures of searches from different seeds. */
  DARTS_ENSEMBLE,
  /** Random structures. */
  RANDOM_ENSEMBLE,
  /** Of a pool of trained random structures the best, chosen greedily (Zaidi et al. 2021, §4.1). */
  NES_RANDOM;

  /** The word in files and tables: {@code nes-random}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
