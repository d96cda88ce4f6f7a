package org.simplexity.space.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFamilyTest {
  private static final BaseFunction IDENTITY = new Identity();

  /** 0 → 1, 0 → 2, 1 → 2 and 2 → 3, with several functions on every edge. */
  private static ModelFamily diamond(Aggregation aggregation) {
    BaseFunction tanh = GeneralisedLinear.ofAll(3, Activation.TANH);
    BaseFunction sigmoid = GeneralisedLinear.ofAll(3, Activation.SIGMOID);
    BaseFunction some = new GeneralisedLinear(List.of(0, 2), 3, Activation.RELU);
    BaseFunction constant = new Constant(3);
    return new ModelFamily(
        3,
        List.of(Aggregation.SUM, aggregation, Aggregation.SUM),
        List.of(
            new MixedEdge(0, 1, List.of(tanh, some, IDENTITY)),
            new MixedEdge(0, 2, List.of(sigmoid, constant)),
            new MixedEdge(1, 2, List.of(tanh, IDENTITY)),
            new MixedEdge(2, 3, List.of(GeneralisedLinear.ofAll(2, Activation.IDENTITY)))));
  }

  @ParameterizedTest
  @EnumSource
  void gradientsOfTheLogLikelihoodAreCentralDifferences(Aggregation aggregation) {
    Random random = new Random(4);
    ModelFamily family = diamond(aggregation);
    double[][] features = {{1, -0.5, 2}, {0.3, 0.2, -1}, {-2, 0.1, 0.4}};
    LogLikelihood likelihood =
        new FamilyLikelihood(
            family, new SoftmaxLikelihood(), new Observations(features, new double[] {0, 1, 1}));
    double[] w = random.doubles(family.weights(), -1, 1).toArray();
    double[] gamma = random.doubles(family.structure()).toArray();
    LogLikelihood.At at = likelihood.at(w, gamma);
    assertThat(at.weights())
        .containsExactly(Differences.of(v -> likelihood.at(v, gamma).value(), w), within(1e-8));
    assertThat(at.structure())
        .containsExactly(Differences.of(g -> likelihood.at(w, g).value(), gamma), within(1e-8));
  }

  private static double[] gathered(Aggregation aggregation) {
    ModelFamily family =
        new ModelFamily(
            2,
            List.of(Aggregation.SUM, aggregation),
            List.of(
                new MixedEdge(0, 1, List.of(IDENTITY)),
                new MixedEdge(0, 2, List.of(IDENTITY)),
                new MixedEdge(1, 2, List.of(IDENTITY))));
    return family.values(new double[0], new double[] {3, 1, 1}, new double[][] {{5, -2}})[0];
  }

  /** Of (5, −2) and three times that. */
  @Test
  void nodesGatherTheirEdges() {
    assertThat(gathered(Aggregation.SUM)).containsExactly(20, -8);
    assertThat(gathered(Aggregation.MEAN)).containsExactly(10, -4);
    assertThat(gathered(Aggregation.PRODUCT)).containsExactly(75, 12);
    assertThat(gathered(Aggregation.CONCATENATION)).containsExactly(5, -2, 15, -6);
  }

  @Test
  void aProductWithAZeroStillHasAGradient() {
    List<double[]> values = List.of(new double[] {0}, new double[] {3}, new double[] {4});
    List<double[]> pulled = Aggregation.PRODUCT.pullback(values, new double[] {2});
    assertThat(pulled.get(0)).containsExactly(24);
    assertThat(pulled.get(1)).containsExactly(0);
  }

  @Test
  void anEdgeIsTheWeightedSumOfItsFunctions() {
    ModelFamily family = PolynomialExample.family();
    double[] w = {2, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 7};
    double[][] batch = {PolynomialExample.features(0.5)};
    assertThat(family.values(w, new double[] {1, 0, 0}, batch)[0]).containsExactly(1);
    assertThat(family.values(w, new double[] {0, 1, 0}, batch)[0]).containsExactly(1.125);
    assertThat(family.values(w, new double[] {0, 0, 1}, batch)[0]).containsExactly(7);
    assertThat(family.values(w, new double[] {0.5, 0.25, 0.1}, batch)[0])
        .containsExactly(new double[] {0.5 + 0.28125 + 0.7}, within(1e-15));
  }

  @Test
  void theTwoLayerNetworkMixesItsHiddenActivations() {
    ModelFamily family =
        new TwoLayerNetwork(1, 1, 2, List.of(Activation.TANH, Activation.RELU)).family();
    double[][] values =
        family.values(
            new double[] {0.5, 3, 1, -2}, new double[] {0.25, 0.75, 1}, new double[][] {{2}});
    double hidden = 0.25 * Math.tanh(1) + 0.75 * 6;
    assertThat(values[0]).containsExactly(new double[] {hidden, -2 * hidden}, within(1e-14));
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelFamily(1, List.of(Aggregation.SUM), List.of()))
        .withMessage("no edge leads to node 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MixedEdge(1, 1, List.of(IDENTITY)))
        .withMessage("edge 1-1 must lead from a node to a later one");
    MixedEdge far = new MixedEdge(0, 2, List.of(IDENTITY));
    MixedEdge near = new MixedEdge(0, 1, List.of(IDENTITY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelFamily(1, List.of(Aggregation.SUM), List.of(near, far)))
        .withMessage("edge 0-2 must end at or before 1, the last node");
    MixedEdge uneven = new MixedEdge(0, 1, List.of(IDENTITY, new Constant(2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelFamily(1, List.of(Aggregation.SUM), List.of(uneven)))
        .withMessageContaining("functions of edge 0-1 give values of lengths [1, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PolynomialExample.family()
                    .values(new double[13], new double[2], new double[][] {{1}}))
        .withMessage("gamma of length 2 must have length 3");
  }
}
