package org.simplexity.space;

/**
 * A discrete structure: the genotypes of the normal and of the reduction cell.
 *
 * @param normal structure shared by all normal cells
 * @param reduction structure shared by all reduction cells
 */
public record Genotype(CellGenotype normal, CellGenotype reduction) implements DiscreteStructure {
  /**
   * The genotype of one cell type.
   *
   * @param type normal or reduction
   */
  public CellGenotype cell(CellType type) {
    return type == CellType.NORMAL ? normal : reduction;
  }
}
