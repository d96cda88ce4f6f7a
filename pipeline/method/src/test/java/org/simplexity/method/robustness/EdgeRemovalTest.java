package org.simplexity.method.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Shape;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;

class EdgeRemovalTest {
  private static final EdgeRemoval REMOVAL =
      new EdgeRemoval(Specimens.SPACE, Specimens.GENOTYPE, Specimens.FORM);

  @ParameterizedTest
  @CsvSource({"0, 0", "0.1, 1", "0.25, 2", "0.5, 4", "0.7, 6", "1, 8"})
  void removesTheRoundedShareOfEightEdges(double share, int expected) {
    for (int seed = 0; seed < 20; seed++) {
      Genotype thinned = REMOVAL.thinned(share, new Seed(seed));
      assertThat(thinned.normal().count("none") + thinned.reduction().count("none"))
          .isEqualTo(expected);
    }
  }

  @Test
  void drawsTakeEveryEdgeNowAndThen() {
    Set<Genotype> found = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      found.add(REMOVAL.thinned(0.125, new Seed(seed)));
    }
    assertThat(found).hasSize(8);
  }

  @Test
  void whereNoCellReducesTheReductionCellHasNoEdges() {
    CellSpace single =
        new CellSpace(
            new CellSpaceSettings(1, 2, 4, List.of("skip_connect"), 2, 1), new Shape(1, 8, 8), 3);
    EdgeRemoval removal = new EdgeRemoval(single, Specimens.GENOTYPE, Form.EVALUATION);
    Genotype thinned = removal.thinned(1, new Seed(1));
    assertThat(thinned.normal().count("none")).isEqualTo(4);
    assertThat(thinned.reduction()).isEqualTo(Specimens.GENOTYPE.reduction());
  }

  @Test
  void aNetworkWithoutEdgesAnswersTheClassOfTheLargestBias() {
    Specimen specimen = Specimens.cells();
    Specimen empty = REMOVAL.disturb(specimen, 1, new Seed(1));
    float[] weights = empty.network().weights();
    int bias = empty.network().network().parameters().slice("classifier.dense_1.bias").offset();
    int largest = 0;
    for (int k = 1; k < 3; k++) {
      largest = weights[bias + k] > weights[bias + largest] ? k : largest;
    }
    int answer = largest;
    double expected =
        specimen.images().labels().stream().filter(label -> label == answer).count() / 40.0;
    try (Examination examination = Specimens.examination()) {
      assertThat(examination.accuracy(empty)).isEqualTo(expected);
    }
  }

  @Test
  void aShareOutsideItsRangeIsRefused() {
    assertThatThrownBy(() -> REMOVAL.thinned(1.5, new Seed(0)))
        .hasMessage("share 1.5 must lie in [0, 1]");
  }
}
