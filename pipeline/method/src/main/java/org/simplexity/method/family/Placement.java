package org.simplexity.method.family;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.simplexity.kernel.Shape;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellType;
import org.simplexity.space.Edge;
import org.simplexity.space.EdgePosition;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;
import org.simplexity.space.Part;
import org.simplexity.space.Site;
import org.simplexity.space.StructureLayout;

/**
 * Where in its cells the operation of one coordinate of a structure vector stands: once in each
 * cell of its type.
 *
 * @param coordinate index into the structure vector
 * @param operation the operation at its place
 */
record Placement(int coordinate, PlacedOperation operation) {
  /** The identity where nothing is strided. */
  static final String SKIP = "skip_connect";

  private static final String NONE = "none";

  /** All operations of a space in all cells of its discrete networks of a form. */
  static List<Placement> of(CellSpace space, Form form) {
    return of(space, form, space.settings().operations());
  }

  /** The same for other operations; coordinates are those of a structure of these. */
  static List<Placement> of(CellSpace space, Form form, List<String> operations) {
    StructureLayout layout = new StructureLayout(space.edges(), operations);
    List<Part> parts = space.supernetBlueprint().parts();
    List<Placement> placements = new ArrayList<>();
    for (int cell = 1; cell <= space.settings().cells(); cell++) {
      placements.addAll(ofCell(layout, form, parts.get(cell - 1).output(), parts.get(cell)));
    }
    return placements;
  }

  /** The genotype of identities on every edge. */
  static Genotype identities(CellSpace space) {
    CellGenotype cell = cell(space, edge -> SKIP);
    return new Genotype(cell, cell);
  }

  /**
   * A genotype whose operations count nothing, but whose sums are all different values: identities,
   * and nothing where an identity would be strided.
   */
  static Genotype bare(CellSpace space) {
    return new Genotype(
        cell(space, edge -> SKIP),
        cell(space, edge -> edge.from() < CellGenotype.INPUTS ? NONE : SKIP));
  }

  private static CellGenotype cell(CellSpace space, Function<EdgePosition, String> operation) {
    return CellGenotype.of(
        space.settings().nodes(),
        space.edges().stream()
            .map(edge -> new Edge(edge.from(), edge.to(), operation.apply(edge)))
            .toList());
  }

  private static List<Placement> ofCell(
      StructureLayout layout, Form form, Shape before, Part cell) {
    int last = layout.edges().get(layout.edges().size() - 1).to();
    int concatenated = last - CellGenotype.INPUTS + 1;
    Shape nodes = cell.output().withChannels(cell.output().channels() / concatenated);
    boolean reduces = cell.kind().startsWith(CellType.REDUCTION.label());
    CellType type = reduces ? CellType.REDUCTION : CellType.NORMAL;
    List<Placement> placements = new ArrayList<>();
    for (int e = 0; e < layout.edges().size(); e++) {
      EdgePosition edge = layout.edges().get(e);
      boolean strided = reduces && edge.from() < CellGenotype.INPUTS;
      Shape input = strided ? before.withChannels(nodes.channels()) : nodes;
      Site site = new Site(nodes.channels(), strided ? 2 : 1, form);
      for (int k = 0; k < layout.operations().size(); k++) {
        placements.add(
            new Placement(
                layout.offset(type, e) + k,
                new PlacedOperation(layout.operations().get(k), input, site)));
      }
    }
    return placements;
  }
}
