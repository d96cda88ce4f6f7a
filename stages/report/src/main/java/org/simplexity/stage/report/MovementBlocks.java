package org.simplexity.stage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Folded;
import org.simplexity.report.ranking.Variant;
import org.simplexity.report.ranking.Winner;
import org.simplexity.space.CellType;

/**
 * How γ moved in every search, that of the winner first and unfolded.
 *
 * @param variants variants of the search
 * @param winner the best of what was trained
 */
record MovementBlocks(List<Variant> variants, Optional<Winner> winner) {
  List<Block> blocks(Gathered gathered) {
    List<Block> shown = new ArrayList<>();
    List<Block> folded = new ArrayList<>();
    Optional<UpstreamRun> first = Leading.of(winner, gathered.search());
    for (Variant variant : variants) {
      for (UpstreamRun run : variant.runs()) {
        if (first.isPresent() && first.get() == run) {
          shown.addAll(
              movements(run, gathered.search().size() > 1 ? ", " + variant.name(run) : ""));
        } else {
          folded.add(new Folded(variant.name(run), movements(run, "")));
        }
      }
    }
    shown.addAll(folded);
    return shown;
  }

  private static List<Block> movements(UpstreamRun run, String whose) {
    List<Block> blocks = new ArrayList<>();
    for (CellType type : CellType.values()) {
      String cell = type == CellType.NORMAL ? "Normal cell" : "Reduction cell";
      GammaHistory.of(run, type.label(), cell + whose + ": share of each operation by epoch")
          .ifPresent(
              movement -> {
                blocks.add(movement);
                blocks.add(movement.asHeatMap(cell + whose + ": γ"));
                if (movement.last().operations().size() > 1) {
                  blocks.add(movement.asPaths(cell + whose + ": path of γ over the simplex"));
                }
              });
    }
    return blocks;
  }
}
