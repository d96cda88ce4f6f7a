package org.simplexity.report.drawing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.space.CellType;
import org.simplexity.space.Genotype;
import org.simplexity.space.GenotypeJson;

/** A genotype as the files that a run keeps of it. */
public final class GenotypeFiles {
  private GenotypeFiles() {}

  /**
   * The texts of all files by their path in the run: {@code genotype.json}, {@code
   * genotype/normal.svg}, {@code genotype/reduction.svg}.
   *
   * @param genotype structure
   */
  public static Map<String, String> of(Genotype genotype) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("genotype.json", GenotypeJson.write(genotype));
    for (CellType type : CellType.values()) {
      String title = type == CellType.NORMAL ? "Normal cell" : "Reduction cell";
      files.put(
          "genotype/" + type.label() + ".svg",
          GenotypeDrawing.draw(title, genotype.cell(type)).text());
    }
    return files;
  }

  /**
   * Media type of a file of a genotype.
   *
   * @param path its path in the run
   */
  public static String contentType(String path) {
    return path.endsWith(".svg") ? "image/svg+xml" : "application/json";
  }
}
