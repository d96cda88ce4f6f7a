package org.simplexity.cli;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.report.drawing.DrawingColumn;
import org.simplexity.report.drawing.DrawingColumn.Captioned;
import org.simplexity.report.drawing.NasBench201Drawing;
import org.simplexity.report.drawing.SupernetDrawing;
import org.simplexity.report.drawing.Svg;
import org.simplexity.space.NasBench201Genotype;
import org.simplexity.space.NasBench201Settings;
import org.simplexity.space.NasBench201Space;
import org.simplexity.space.NetworkSize;

/** Describes networks of NAS-Bench-201's skeleton, by default at the benchmark's own size. */
final class NasBench201Description {
  private final Dimensions dimensions;

  NasBench201Description(Dimensions dimensions) {
    this.dimensions = dimensions;
    if (dimensions.stemMultiplier() != null) {
      throw new IllegalArgumentException(
          "--stem-multiplier: NAS-Bench-201's stem always has the channels of the first cell");
    }
  }

  /** The network that carries all operations on every edge. */
  Description supernet(List<String> operations) {
    NasBench201Settings standard = NasBench201Settings.defaults();
    List<String> names = operations.isEmpty() ? standard.operations() : operations;
    NasBench201Space space = space(Dimensions.or(dimensions.nodes(), standard.nodes()), names);
    List<String> heading = new ArrayList<>(heading("supernet", space));
    heading.add(Searched.listed(space.settings().operations()));
    return new Description(
        heading, NetworkSize.of(space.supernetBlueprint()), () -> drawing(heading, space));
  }

  private static Svg drawing(List<String> heading, NasBench201Space space) {
    Captioned cell =
        new Captioned(
            "Cell: every arrow mixes all operations",
            SupernetDrawing.draw("Cell of the supernet", space));
    return DrawingColumn.of(heading.get(0), List.of(cell), heading.subList(1, heading.size()));
  }

  /** The network of a genotype. */
  Description discrete(NasBench201Genotype genotype, List<String> operations) {
    int nodes = Dimensions.or(dimensions.nodes(), genotype.nodes());
    if (nodes != genotype.nodes()) {
      throw new IllegalArgumentException(
          "--nodes: %d, but the cell of the genotype has %d".formatted(nodes, genotype.nodes()));
    }
    genotype.incoming().forEach(names -> names.forEach(name -> Searched.check(operations, name)));
    NasBench201Space space = space(nodes, NasBench201Settings.defaults().operations());
    List<String> heading = heading("network", space);
    return new Description(
        heading,
        NetworkSize.of(space.blueprint(genotype)),
        () -> drawing(heading.get(0), genotype));
  }

  private static Svg drawing(String title, NasBench201Genotype genotype) {
    Captioned cell = new Captioned("Cell", NasBench201Drawing.draw("Cell", genotype));
    return DrawingColumn.of(title, List.of(cell), List.of());
  }

  private NasBench201Space space(int nodes, List<String> operations) {
    NasBench201Settings standard = NasBench201Settings.defaults();
    return new NasBench201Space(
        new NasBench201Settings(
            Dimensions.or(dimensions.cells(), standard.cells()),
            nodes,
            Dimensions.or(dimensions.channels(), standard.channels()),
            operations),
        dimensions.input(),
        dimensions.classes());
  }

  private static List<String> heading(String what, NasBench201Space space) {
    return List.of(
        "NAS-Bench-201 %s: 3 stages of %d cells of %d nodes, %d channels, input %s, %d classes"
            .formatted(
                what,
                space.settings().cells(),
                space.settings().nodes(),
                space.settings().channels(),
                space.input(),
                space.classes()));
  }
}
