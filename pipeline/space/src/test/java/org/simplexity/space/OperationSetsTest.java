package org.simplexity.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperationSetsTest {
  @Test
  void aSetStandsForItsOperationsInTheOrderOfItsAuthors() {
    assertThat(OperationSets.expand(List.of("darts")))
        .containsExactly(
            "none",
            "max_pool_3x3",
            "avg_pool_3x3",
            "skip_connect",
            "sep_conv_3x3",
            "sep_conv_5x5",
            "dil_conv_3x3",
            "dil_conv_5x5");
    assertThat(OperationSets.expand(List.of("nas-bench-201")))
        .containsExactly("none", "skip_connect", "conv_1x1", "conv_3x3", "avg_pool_3x3");
  }

  @Test
  void aSetMayStandBesideOperations() {
    assertThat(OperationSets.expand(List.of("conv_3x3", "darts")))
        .hasSize(9)
        .startsWith("conv_3x3", "none");
  }

  @Test
  void everyOperationOfEverySetIsKnown() {
    assertThat(OperationSets.expand(OperationSets.names()))
        .allSatisfy(name -> assertThat(Operations.names()).contains(name));
  }

  @Test
  void theNamesOfNasBench201AreUnderstood() {
    assertThat(OperationSets.expand(List.of("nor_conv_1x1", "nor_conv_3x3")))
        .containsExactly("conv_1x1", "conv_3x3");
    assertThat(new Edge(0, 2, "nor_conv_3x3")).isEqualTo(new Edge(0, 2, "conv_3x3"));
    assertThat(Operations.byName("nor_conv_1x1").name()).isEqualTo("conv_1x1");
  }

  @Test
  void anUnknownNameIsShownWithTheListAndTheNearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OperationSets.expand(List.of("none", "dartz")))
        .withMessageStartingWith("operations [none, dartz]: operation \"dartz\" is not known")
        .withMessageContaining("did you mean \"darts\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CellSpaceSettings(3, 2, 4, List.of("darts", "none"), 3, 1))
        .withMessageContaining("twice");
  }
}
