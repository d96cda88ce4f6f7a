package org.simplexity.space;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;

/**
 * A cell space for one kind of images: the supernet and every discrete network in it.
 *
 * <p>Cells at one third and two thirds of the depth reduce; all normal cells share one structure,
 * all reduction cells another (Liu et al. 2019, §2.1). In each cell every intermediate node j takes
 * every earlier node i through one edge (i, j), in the order (0,2), (1,2), (0,3), ….
 *
 * @param settings size and operations
 * @param input shape of one image
 * @param classes number of classes
 */
public record CellSpace(CellSpaceSettings settings, Shape input, int classes) {
  /** Checks that there is something to tell apart. */
  public CellSpace {
    if (classes < 2) {
      throw new IllegalArgumentException("classes " + classes + " is not at least 2");
    }
  }

  /** Whether the cell at that position halves the spatial size. */
  static boolean reduces(int cell, int cells) {
    return cell > 0 && (cell == cells / 3 || cell == 2 * cells / 3);
  }

  /** The ordered node pairs (i, j) of a cell, i the source, j the target. */
  public List<EdgePosition> edges() {
    List<EdgePosition> edges = new ArrayList<>();
    for (int to = CellGenotype.INPUTS; to < CellGenotype.INPUTS + settings.nodes(); to++) {
      for (int from = 0; from < to; from++) {
        edges.add(new EdgePosition(from, to));
      }
    }
    return List.copyOf(edges);
  }

  /**
   * The network that carries every operation on every edge, mixed by γ.
   *
   * <p>Its structure vector holds, for the normal cell and then for the reduction cell, for each
   * edge, one coordinate an operation; slices are named as by {@link #slice}.
   */
  public Network supernet() {
    return supernetBlueprint().network();
  }

  /** The {@link #supernet} with its parts. */
  public Blueprint supernetBlueprint() {
    return new CellNetwork(this, Form.SEARCH, 0)
        .build(builder -> MixedCells.allocate(this, builder));
  }

  /**
   * The network of one genotype.
   *
   * @param genotype structure; its operations need not be among those searched
   * @param form inherited or evaluation
   * @throws IllegalArgumentException if an operation of the genotype is not known
   */
  public Network discrete(Genotype genotype, Form form) {
    return blueprint(genotype, form, Regularisation.none()).network();
  }

  /**
   * The network of one genotype, with what its training needs besides, and with its parts.
   *
   * @param genotype structure; its operations need not be among those searched
   * @param form inherited or evaluation
   * @param regularisation auxiliary head and drop-path
   * @throws IllegalArgumentException if an operation of the genotype is not known, or there is no
   *     room for the auxiliary head
   */
  public Blueprint blueprint(Genotype genotype, Form form, Regularisation regularisation) {
    return new CellNetwork(this, form, regularisation.auxiliaryWeight())
        .build(builder -> new DiscreteCells(genotype, form, regularisation.dropPath()));
  }

  /**
   * Whether a discrete network of this space has room for an auxiliary head.
   *
   * @param genotype structure
   */
  public boolean fitsAuxiliaryHead(Genotype genotype) {
    int second = 2 * settings.cells() / 3;
    return reduces(second, settings.cells())
        && blueprint(genotype, Form.EVALUATION, Regularisation.none()).parts().stream()
            .filter(part -> part.scope().equals("cells." + second))
            .allMatch(part -> AuxiliaryHead.fits(part.output()));
  }

  /** The cell types that networks of this space have, normal first. */
  public List<CellType> cellTypes() {
    boolean reduction =
        IntStream.range(0, settings.cells()).anyMatch(cell -> reduces(cell, settings.cells()));
    return reduction ? List.of(CellType.NORMAL, CellType.REDUCTION) : List.of(CellType.NORMAL);
  }

  /** Where each edge and operation lies in the structure vector. */
  public StructureLayout structure() {
    return new StructureLayout(edges(), settings.operations());
  }

  /**
   * Name of the structure slice of one edge, such as {@code normal.0-2}.
   *
   * @param type normal or reduction
   * @param edge position in the cell
   */
  public static String slice(CellType type, EdgePosition edge) {
    return type.label() + "." + edge.label();
  }
}
