package org.simplexity.method.adanet;

/** An estimate r of the Rademacher complexity of the cell networks of one depth. */
final class Complexity {
  private Complexity() {}

  /**
   * r = √depth, as in the published implementation's example of dense networks (Weill et al. 2019,
   * §4); the bound of Cortes et al. 2017, §3, grows with the product of norms over the layers and
   * is far too loose to tell such networks apart.
   *
   * @param depth number of cells
   */
  static double of(int depth) {
    return Math.sqrt(depth);
  }
}
