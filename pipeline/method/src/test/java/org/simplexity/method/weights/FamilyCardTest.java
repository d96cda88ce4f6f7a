package org.simplexity.method.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.data.ChannelStatistics;
import org.simplexity.kernel.Shape;

class FamilyCardTest {
  private static final FamilyCard CARD =
      new FamilyCard(
          "x",
          FamilyModel.VAR_LINEAR,
          List.of(0.01, 1.0),
          0.5,
          new FamilyNetwork(FamilyNetwork.Kind.PERCEPTRON, 7),
          new Shape(1, 8, 6),
          List.of("cat", "dog"),
          new ChannelStatistics(List.of(0.25), List.of(0.125)));

  @Test
  void whatIsWrittenIsRead() {
    assertThat(FamilyCard.read(CARD.json())).isEqualTo(CARD);
  }

  @Test
  void itsNetworkIsTheOneThatItTells() {
    assertThat(CARD.build().parameterCount()).isEqualTo(8 * 6 * 7 + 7 + 7 * 2 + 2);
    assertThat(CARD.build().classes()).isEqualTo(2);
  }

  @Test
  void whatIsMissingOrUnknownIsNamed() {
    assertThatThrownBy(() -> FamilyCard.read("{"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no JSON");
    assertThatThrownBy(() -> FamilyCard.read(CARD.json().replace("\"knots\"", "\"knot\"")))
        .hasMessage("there is no key \"knots\"");
    assertThatThrownBy(() -> FamilyCard.read(CARD.json().replace("var_linear", "var_line")))
        .hasMessageContaining("model \"var_line\" is not one of base, rep, var, base_linear");
    assertThatThrownBy(() -> FamilyCard.read(CARD.json().replace("[ 0.01, 1.0 ]", "[ 1, 0.01 ]")))
        .hasMessageContaining("must increase");
  }
}
