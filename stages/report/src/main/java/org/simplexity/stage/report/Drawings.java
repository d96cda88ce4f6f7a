package org.simplexity.stage.report;

import java.io.IOException;
import java.nio.file.Files;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.drawing.GenotypeDrawing;
import org.simplexity.report.drawing.Svg;
import org.simplexity.space.Genotype;
import org.simplexity.space.GenotypeJson;

/**
 * A genotype with its drawings.
 *
 * @param json the genotype as its run logged it
 * @param normal drawing of the normal cell
 * @param reduction drawing of the reduction cell
 */
record Drawings(String json, Svg normal, Svg reduction) {
  static Drawings of(UpstreamRun run) throws IOException {
    String json = Files.readString(run.artifact("genotype.json"));
    Genotype genotype = GenotypeJson.read(json);
    return new Drawings(
        json,
        GenotypeDrawing.draw("Normal cell", genotype.normal()),
        GenotypeDrawing.draw("Reduction cell", genotype.reduction()));
  }
}
