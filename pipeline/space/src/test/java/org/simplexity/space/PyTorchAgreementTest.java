package org.simplexity.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Precision;
import org.simplexity.kernel.Shape;

/**
 * Whole networks against the same networks in plain PyTorch, in double precision.
 *
 * <p>The expected numbers come from definitions of DARTS's and NAS-Bench-201's networks of
 * functions of {@code torch.nn.functional}, with the weights sin(i + 1) / 2 in the order of the
 * flat vector, the statistics 0 or 1 plus sin(i + 1) / 4, and the pixels sin(0.37 i).
 */
class PyTorchAgreementTest {
  /** Every operation, at stride 1 and 2. */
  private static final String ALL_OPERATIONS =
      "Genotype(normal=[('sep_conv_5x5', 0), ('dil_conv_3x3', 1), ('skip_connect', 0),"
          + " ('max_pool_3x3', 2), ('avg_pool_3x3', 1), ('dil_conv_5x5', 3), ('conv_3x3', 4),"
          + " ('sep_conv_3x3', 0)], normal_concat=range(2, 6), reduce=[('max_pool_3x3', 0),"
          + " ('avg_pool_3x3', 1), ('skip_connect', 0), ('dil_conv_5x5', 1), ('sep_conv_3x3', 0),"
          + " ('skip_connect', 3), ('dil_conv_3x3', 1), ('conv_1x1', 0)], reduce_concat=[5, 3, 4])";

  @Test
  void aNetworkOfDartsWithItsAuxiliaryHead() {
    CellSpaceSettings settings = new CellSpaceSettings(3, 4, 2, List.of("darts"), 3, 1);
    CellSpace space = new CellSpace(settings, new Shape(1, 24, 24), 3);
    Genotype genotype = DartsText.read(ALL_OPERATIONS);
    Regularisation both = new Regularisation(0.4, true);
    compare(
        space.blueprint(genotype, Form.EVALUATION, both).network(),
        new double[] {
          -0.393766189422605, -0.376209565687446, 0.08177522039733492,
          -0.39371093275097413, -0.37613453252868984, 0.08178361870730105
        },
        5.143966898798874);
  }

  @Test
  void aNetworkOfTheBenchmark() {
    NasBench201Settings settings = new NasBench201Settings(1, 4, 2, List.of("nas-bench-201"));
    NasBench201Space space = new NasBench201Space(settings, new Shape(1, 8, 8), 3);
    NasBench201Genotype genotype =
        NasBench201Text.read(
            "|nor_conv_3x3~0|+|avg_pool_3x3~0|nor_conv_1x1~1|"
                + "+|skip_connect~0|none~1|nor_conv_3x3~2|");
    compare(
        space.discrete(genotype),
        new double[] {
          0.37394141154029065, -0.4872021984726069, -0.058252856152757604,
          0.36989194509044004, -0.4753166975152056, -0.057662071285175365
        },
        0.9170173662980847);
  }

  private static void compare(Network network, double[] logits, double trainingLoss) {
    PlanSettings settings = PlanSettings.defaults(2).withPrecision(Precision.DOUBLE);
    try (Plan plan = Plan.compile(network, settings)) {
      double[] weights = new double[network.parameters().length()];
      Arrays.setAll(weights, i -> Math.sin(i + 1) / 2);
      plan.parameters().copyFrom(weights);
      double[] statistics = network.initialStatistics();
      Arrays.setAll(statistics, i -> statistics[i] + Math.sin(i + 1) / 4);
      plan.statistics().copyFrom(statistics);
      double[] images = new double[2 * network.input().size()];
      Arrays.setAll(images, i -> Math.sin(0.37 * i));
      plan.load(images, new int[] {0, 2}, 2);
      plan.forward(Mode.EVALUATION);
      assertThat(plan.logits()).containsExactly(logits, offset(1e-12));
      assertThat(plan.forward(Mode.TRAINING).loss()).isCloseTo(trainingLoss, offset(1e-11));
    }
  }
}
