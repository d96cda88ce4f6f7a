package org.simplexity.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simplexity.kernel.Layout;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;

class WeightGroupsTest {
  private static final CellSpace SPACE =
      new CellSpace(new CellSpaceSettings(3, 2, 4, List.of("darts"), 2, 1), new Shape(1, 8, 8), 3);

  @Test
  void groupsTheWeightsOfASupernetByOperationAndLayer() {
    assertThat(WeightGroups.of(SPACE.supernet().parameters()))
        .containsOnlyKeys(
            "stem/convolution",
            "stem/batch_normalisation",
            WeightGroups.BEFORE_OPERATIONS,
            "skip_connect/convolution",
            "sep_conv_3x3/depthwise",
            "sep_conv_3x3/convolution",
            "sep_conv_5x5/depthwise",
            "sep_conv_5x5/convolution",
            "dil_conv_3x3/depthwise",
            "dil_conv_3x3/convolution",
            "dil_conv_5x5/depthwise",
            "dil_conv_5x5/convolution",
            "classifier/dense");
  }

  @Test
  void everyWeightIsInExactlyOneGroup() {
    Layout layout = SPACE.supernet().parameters();
    List<Slice> all =
        WeightGroups.of(layout).values().stream().flatMap(Collection::stream).toList();
    assertThat(all).containsExactlyInAnyOrderElementsOf(layout.slices());
  }

  @Test
  void groupsTheNormalisationsOfATrainedNetworkToo() {
    CellGenotype cell =
        new CellGenotype(
            2,
            List.of(
                new Edge(0, 2, "sep_conv_3x3"),
                new Edge(1, 2, "max_pool_3x3"),
                new Edge(0, 3, "skip_connect"),
                new Edge(2, 3, "sep_conv_3x3")),
            List.of(2, 3));
    Layout layout = SPACE.discrete(new Genotype(cell, cell), Form.EVALUATION).parameters();
    Map<String, List<Slice>> groups = WeightGroups.of(layout);
    assertThat(groups).containsKeys("sep_conv_3x3/batch_normalisation", "classifier/dense");
    assertThat(groups.get("preprocess/batch_normalisation"))
        .hasSize(2 * 2 * SPACE.settings().cells());
  }
}
