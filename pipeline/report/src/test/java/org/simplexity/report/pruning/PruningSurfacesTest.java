package org.simplexity.report.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.report.drawing.Mark;
import org.simplexity.report.drawing.Scene;

/** Accuracy over share removed and λ. */
class PruningSurfacesTest {
  private static final PruningSurfaces SURFACES = new PruningSurfaces(removals());

  /** Two models at λ 1 and 10, one at 1 alone; two seeds, of which the means are 0.8 and 0.4. */
  private static List<Removal> removals() {
    List<Removal> removals = new ArrayList<>();
    for (long seed = 0; seed < 2; seed++) {
      for (String model : List.of("var", "var_linear")) {
        for (double lambda : List.of(1.0, 10.0)) {
          removals.add(new Removal(model, lambda, seed, 0, 0.7 + 0.2 * seed));
          removals.add(new Removal(model, lambda, seed, 0.5, 0.3 + 0.2 * seed));
        }
      }
      removals.add(new Removal("base", 1, seed, 0, 0.6));
      removals.add(new Removal("base", 1, seed, 0.5, 0.6));
    }
    return removals;
  }

  @Test
  void onlyModelsMeasuredAtSeveralLambdaAreDrawn() {
    assertThat(SURFACES.heat()).extracting(Scene::title).containsExactly("var", "var_linear");
    assertThat(SURFACES.wires()).extracting(Scene::title).containsExactly("var", "var_linear");
    assertThat(SURFACES.galleries()).hasSize(2).allMatch(gallery -> gallery.drawings().size() == 2);
  }

  @Test
  void cellsAreMeansOverSeeds() {
    assertThat(SURFACES.heat().get(0).marks())
        .filteredOn(mark -> mark instanceof Mark.Face face && !face.name().isEmpty())
        .extracting(mark -> ((Mark.Face) mark).name())
        .containsExactly(
            "share removed 0, λ 1: 0.8",
            "share removed 0.5, λ 1: 0.4",
            "share removed 0, λ 10: 0.8",
            "share removed 0.5, λ 10: 0.4");
  }

  @Test
  void atOneLambdaThereIsNothingToDraw() {
    PruningSurfaces one = new PruningSurfaces(List.of(new Removal("var", 1, 0, 0, 0.9)));
    assertThat(one.heat()).isEmpty();
    assertThat(one.wires()).isEmpty();
    assertThat(one.galleries()).isEmpty();
  }
}
