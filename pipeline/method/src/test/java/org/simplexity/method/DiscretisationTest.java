package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.space.CellType;
import org.simplexity.space.Edge;
import org.simplexity.space.EdgePosition;
import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;

class DiscretisationTest {
  private static final List<EdgePosition> TWO_NODES =
      List.of(
          new EdgePosition(0, 2),
          new EdgePosition(1, 2),
          new EdgePosition(0, 3),
          new EdgePosition(1, 3),
          new EdgePosition(2, 3));

  private final StructureLayout layout =
      new StructureLayout(TWO_NODES, List.of("none", "skip_connect", "sep_conv_3x3"));

  @Test
  void keepsTheTwoStrongestEdgesOfEveryNodeWithTheirStrongestOperation() {
    double[] gamma =
        structure(
            new double[][] {
              {.1, .2, .7}, {.1, .6, .3}, {.2, .5, .3}, {.3, .3, .4}, {.05, .05, .9}
            });
    assertThat(discretise(2, gamma).normal().edges())
        .containsExactly(
            new Edge(0, 2, "sep_conv_3x3"),
            new Edge(1, 2, "skip_connect"),
            new Edge(0, 3, "skip_connect"),
            new Edge(2, 3, "sep_conv_3x3"));
  }

  @Test
  void neverChoosesNoneEvenWhereItIsStrongest() {
    double[] gamma =
        structure(
            new double[][] {
              {.9, .06, .04}, {.8, .1, .1}, {.98, .01, .01}, {.9, .04, .06}, {.5, .2, .3}
            });
    Genotype genotype = discretise(1, gamma);
    assertThat(genotype.normal().edges())
        .containsExactly(new Edge(1, 2, "skip_connect"), new Edge(2, 3, "sep_conv_3x3"));
  }

  @Test
  void givesTiesToTheEarlierEdgeAndOperation() {
    double third = 1 / 3.;
    double[] flat = {third, third, third};
    assertThat(
            discretise(1, structure(new double[][] {flat, flat, flat, flat, flat}))
                .normal()
                .edges())
        .containsExactly(new Edge(0, 2, "skip_connect"), new Edge(0, 3, "skip_connect"));
  }

  @Test
  void readsTheTwoCellTypesFromTheirOwnHalves() {
    double[] gamma = new double[layout.length()];
    for (int edge = 0; edge < TWO_NODES.size(); edge++) {
      gamma[layout.offset(CellType.NORMAL, edge) + 1] = 1;
      gamma[layout.offset(CellType.REDUCTION, edge) + 2] = 1;
    }
    Genotype genotype = discretise(2, gamma);
    assertThat(genotype.normal().count("skip_connect")).isEqualTo(4);
    assertThat(genotype.reduction().count("sep_conv_3x3")).isEqualTo(4);
  }

  @Test
  void refusesASpaceInWhichNothingCanBeChosen() {
    StructureLayout empty = new StructureLayout(TWO_NODES, List.of("none"));
    assertThatThrownBy(() -> new Discretisation(empty, DiscretisationSettings.defaults()))
        .hasMessageContaining("leave nothing to choose");
  }

  private Genotype discretise(int edgesPerNode, double[] gamma) {
    return new Discretisation(layout, new DiscretisationSettings(edgesPerNode, 0)).apply(gamma);
  }

  /** The same shares in both cell types. */
  private double[] structure(double[][] edges) {
    double[] gamma = new double[layout.length()];
    for (CellType type : CellType.values()) {
      for (int edge = 0; edge < edges.length; edge++) {
        System.arraycopy(edges[edge], 0, gamma, layout.offset(type, edge), edges[edge].length);
      }
    }
    return gamma;
  }
}
