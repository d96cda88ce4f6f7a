package org.simplexity.cli;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.report.drawing.DrawingColumn;
import org.simplexity.report.drawing.DrawingColumn.Captioned;
import org.simplexity.report.drawing.GenotypeDrawing;
import org.simplexity.report.drawing.SupernetDrawing;
import org.simplexity.report.drawing.Svg;
import org.simplexity.space.Blueprint;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.CellType;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;
import org.simplexity.space.NetworkSize;
import org.simplexity.space.OperationSets;
import org.simplexity.space.Regularisation;

/** Describes networks of DARTS's skeleton, by default at the sizes of the paper for CIFAR-10. */
final class DartsDescription {
  /** Channels and cells of the network that is trained (Liu et al. 2019, §3.2). */
  static final int TRAINED_CHANNELS = 36;

  static final int TRAINED_CELLS = 20;

  /** Channels and cells of the network that is searched (Liu et al. 2019, §3.1.1). */
  static final int SEARCHED_CHANNELS = 16;

  static final int SEARCHED_CELLS = 8;
  static final int NODES = 4;
  static final int STEM_MULTIPLIER = 3;

  /** Any positive weight: the head is counted apart, never trained here. */
  private static final Regularisation WITH_HEAD = new Regularisation(1, false);

  private final Dimensions dimensions;

  DartsDescription(Dimensions dimensions) {
    this.dimensions = dimensions;
  }

  /** The network that carries all operations on every edge. */
  Description supernet(List<String> operations) {
    List<String> names = operations.isEmpty() ? List.of(OperationSets.DARTS) : operations;
    CellSpace space = space(SEARCHED_CELLS, SEARCHED_CHANNELS, nodes(NODES), names);
    List<String> heading = new ArrayList<>(heading("supernet", space));
    heading.add(Searched.listed(space.settings().operations()));
    return new Description(
        heading, NetworkSize.of(space.supernetBlueprint()), () -> drawing(heading, space));
  }

  private static Svg drawing(List<String> heading, CellSpace space) {
    Captioned cell =
        new Captioned(
            "Normal and reduction cell: every arrow into a node mixes all operations, c_k concatenates",
            SupernetDrawing.draw("Cell of the supernet", space));
    return DrawingColumn.of(heading.get(0), List.of(cell), heading.subList(1, heading.size()));
  }

  /**
   * The network of a genotype, with an auxiliary head where there is room for one.
   *
   * @param demanded whether it is an error if there is none
   */
  Description discrete(Genotype genotype, List<String> operations, boolean demanded) {
    int nodes = nodes(genotype.normal().nodes());
    if (nodes != genotype.normal().nodes()) {
      throw new IllegalArgumentException(
          "--nodes: %d, but the normal cell of the genotype has %d"
              .formatted(nodes, genotype.normal().nodes()));
    }
    CellSpace space = space(TRAINED_CELLS, TRAINED_CHANNELS, nodes, List.of(OperationSets.DARTS));
    for (CellType type : CellType.values()) {
      genotype.cell(type).edges().forEach(e -> Searched.check(operations, e.operation()));
    }
    boolean head = demanded || space.fitsAuxiliaryHead(genotype);
    Blueprint blueprint =
        space.blueprint(genotype, Form.EVALUATION, head ? WITH_HEAD : Regularisation.none());
    List<String> heading = heading("discrete network", space);
    return new Description(
        heading, NetworkSize.of(blueprint), () -> drawing(heading.get(0), genotype));
  }

  private static Svg drawing(String title, Genotype genotype) {
    return DrawingColumn.of(
        title,
        List.of(
            new Captioned("Normal cell", GenotypeDrawing.draw("Normal cell", genotype.normal())),
            new Captioned(
                "Reduction cell", GenotypeDrawing.draw("Reduction cell", genotype.reduction()))),
        List.of());
  }

  private int nodes(int standard) {
    return Dimensions.or(dimensions.nodes(), standard);
  }

  private CellSpace space(int cells, int channels, int nodes, List<String> operations) {
    return new CellSpace(
        new CellSpaceSettings(
            Dimensions.or(dimensions.cells(), cells),
            nodes,
            Dimensions.or(dimensions.channels(), channels),
            operations,
            Dimensions.or(dimensions.stemMultiplier(), STEM_MULTIPLIER),
            1),
        dimensions.input(),
        dimensions.classes());
  }

  private static List<String> heading(String what, CellSpace space) {
    return List.of(
        "DARTS %s: %d cells of %d nodes, %d channels, input %s, %d classes"
            .formatted(
                what,
                space.settings().cells(),
                space.settings().nodes(),
                space.settings().channels(),
                space.input(),
                space.classes()));
  }
}
