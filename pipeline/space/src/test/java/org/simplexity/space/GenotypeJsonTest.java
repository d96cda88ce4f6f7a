package org.simplexity.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GenotypeJsonTest {
  private static final CellGenotype CELL =
      CellGenotype.of(2, List.of(new Edge(2, 3, "conv_3x3"), new Edge(0, 2, "skip_connect")));

  @Test
  void readsWhatItWrote() {
    Genotype genotype = new Genotype(CELL, CELL);
    assertThat(GenotypeJson.read(GenotypeJson.write(genotype))).isEqualTo(genotype);
  }

  @Test
  void pointsAtTheLineOfAMistake() {
    assertThatThrownBy(() -> GenotypeJson.read("{\n\"normal\": 3, \"reduction\": 4}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void refusesEdgesThatRunBackward() {
    String backward =
        GenotypeJson.write(new Genotype(CELL, CELL)).replaceFirst("\"to\" : 3", "\"to\" : 2");
    assertThatThrownBy(() -> GenotypeJson.read(backward)).hasMessageContaining("2-2");
  }

  @Test
  void keepsEdgesSortedByTarget() {
    assertThat(CELL.edges()).extracting(Edge::to).containsExactly(2, 3);
  }

  @Test
  void refusesEdgesAndOutputsOutsideTheCell() {
    List<Edge> beyond = List.of(new Edge(0, 4, "conv_3x3"));
    assertThatThrownBy(() -> CellGenotype.of(2, beyond)).hasMessageContaining("last node is 3");
    assertThatThrownBy(() -> new CellGenotype(2, List.of(), List.of(1)))
        .hasMessageContaining("not an intermediate node");
  }
}
