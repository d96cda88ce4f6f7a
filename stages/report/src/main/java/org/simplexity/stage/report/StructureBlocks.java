package org.simplexity.stage.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Drawing;
import org.simplexity.report.content.Folded;
import org.simplexity.report.ranking.Variant;
import org.simplexity.report.ranking.Winner;

/**
 * Drawings of all genotypes, that of the winner first and unfolded.
 *
 * @param variants variants of discretisation
 * @param winner the best of what was trained
 */
record StructureBlocks(List<Variant> variants, Optional<Winner> winner) {
  List<Block> blocks(Gathered gathered) throws IOException {
    List<Block> shown = new ArrayList<>();
    List<Block> folded = new ArrayList<>();
    Optional<UpstreamRun> first = Leading.of(winner, gathered.discretise());
    for (Variant variant : variants) {
      for (UpstreamRun run : variant.runs()) {
        if (first.isPresent() && first.get() == run) {
          shown.addAll(
              drawings(run, gathered.discretise().size() > 1 ? ", " + variant.name(run) : ""));
        } else {
          folded.add(new Folded(variant.name(run), drawings(run, "")));
        }
      }
    }
    shown.addAll(folded);
    return shown;
  }

  private static List<Block> drawings(UpstreamRun run, String whose) throws IOException {
    Drawings drawings = Drawings.of(run);
    return List.of(
        new Drawing("Normal cell" + whose, drawings.normal()),
        new Drawing("Reduction cell" + whose, drawings.reduction()));
  }
}
