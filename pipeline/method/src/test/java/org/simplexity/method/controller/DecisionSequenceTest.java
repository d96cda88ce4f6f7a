package org.simplexity.method.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Shape;
import org.simplexity.method.Discretisation;
import org.simplexity.method.DiscretisationSettings;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.CellType;
import org.simplexity.space.Edge;
import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;

class DecisionSequenceTest {
  private static StructureLayout layout(String operations) {
    CellSpaceSettings settings =
        new CellSpaceSettings(3, 3, 4, List.of(operations.split(" ")), 2, 1);
    return new CellSpace(settings, new Shape(1, 6, 6), 3).structure();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"max_pool_3x3 skip_connect sep_conv_3x3", "skip_connect none sep_conv_3x3"})
  void discretisationDerivesTheGenotypeThatWasChosen(String operations) {
    StructureLayout layout = layout(operations);
    List<String> chosen = layout.operations().stream().filter(o -> !o.equals("none")).toList();
    DecisionSequence sequence = DecisionSequence.of(layout);
    Controller controller = new Controller(sequence.decisions(), 3, new LogitShape(1, 0));
    double[] uniform = new double[controller.parameterCount()];
    Discretisation derived = new Discretisation(layout, DiscretisationSettings.defaults());
    for (int draw = 0; draw < 200; draw++) {
      int[] choices = controller.draw(uniform, new Seed(draw).generator()).choices();
      Genotype expected =
          new Genotype(cell(chosen, choices, 0), cell(chosen, choices, choices.length / 2));
      assertThat(derived.apply(sequence.gamma(choices))).isEqualTo(expected);
    }
  }

  /** Reads two inputs and two operations a node. */
  private static CellGenotype cell(List<String> operations, int[] choices, int start) {
    Edge[] edges = new Edge[6];
    for (int node = 0; node < 3; node++) {
      int at = start + 4 * node;
      edges[2 * node] = new Edge(choices[at], node + 2, operations.get(choices[at + 2]));
      edges[2 * node + 1] = new Edge(choices[at + 1], node + 2, operations.get(choices[at + 3]));
    }
    return CellGenotype.of(3, List.of(edges));
  }

  @Test
  void edgesThatAreNotChosenHaveNoneOrNothing() {
    int[] first = new int[24];
    for (int node = 0; node < 6; node++) {
      first[4 * node + 1] = 1;
    }
    StructureLayout without = layout("max_pool_3x3 skip_connect");
    double[] gamma = DecisionSequence.of(without).gamma(first);
    int unused = without.offset(CellType.REDUCTION, 4);
    assertThat(new double[] {gamma[unused], gamma[unused + 1]}).containsExactly(0, 0);
    assertThat(gamma).contains(1).containsOnly(0, 1);
    StructureLayout with = layout("max_pool_3x3 none");
    gamma = DecisionSequence.of(with).gamma(first);
    assertThat(new double[] {gamma[unused], gamma[unused + 1]}).containsExactly(0, 1);
  }

  @Test
  void refusesWhatCannotBeChosen() {
    assertThatThrownBy(() -> DecisionSequence.of(layout("none")))
        .hasMessageContaining("leave nothing to choose");
    DecisionSequence sequence = DecisionSequence.of(layout("max_pool_3x3 skip_connect"));
    assertThatThrownBy(() -> sequence.gamma(new int[24]))
        .hasMessageContaining("choice 0 of input of node 2 must lie in 0..1");
    assertThatThrownBy(() -> sequence.gamma(new int[3])).hasMessageContaining("choices 3");
  }
}
