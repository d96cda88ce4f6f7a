package org.simplexity.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.graph.Operation.DropPath;
import org.simplexity.space.NetworkSize.PartSize;

class NetworkSizeTest {
  private static final Shape CIFAR = new Shape(3, 32, 32);
  private static final Genotype DARTS_V2 = DartsText.read(GenotypeTextTest.DARTS_V2);
  private static final Regularisation BOTH = new Regularisation(0.4, true);

  private static CellSpace darts(int cells, int channels, Shape input) {
    return new CellSpace(
        new CellSpaceSettings(cells, 4, channels, List.of("darts"), 3, 1), input, 10);
  }

  @Test
  void dartsOnCifarHasThePublishedNumberOfWeights() {
    Blueprint blueprint = darts(20, 36, CIFAR).blueprint(DARTS_V2, Form.EVALUATION, BOTH);
    NetworkSize size = NetworkSize.of(blueprint);
    // "param size = 3.349342MB" in the authors' log, which leaves the auxiliary head out.
    assertThat(size.parameters()).isEqualTo(3_349_342);
    // 576·128, 2·128, 128·768·4, 2·768, 768·10 + 10.
    assertThat(size.auxiliaryParameters()).isEqualTo(73_728 + 256 + 393_216 + 1_536 + 7_690);
  }

  @Test
  void thePartsAddUpToTheWhole() {
    for (Blueprint blueprint :
        List.of(
            darts(8, 16, CIFAR).supernetBlueprint(),
            darts(20, 36, CIFAR).blueprint(DARTS_V2, Form.EVALUATION, BOTH),
            benchmark().supernetBlueprint())) {
      NetworkSize size = NetworkSize.of(blueprint);
      assertThat(size.parts()).extracting(PartSize::name).doesNotHaveDuplicates();
      assertThat(size.parts().stream().mapToLong(PartSize::parameters).sum())
          .isEqualTo(size.parameters());
      assertThat(size.parts().stream().mapToLong(PartSize::multiplyAdds).sum())
          .isEqualTo(size.multiplyAdds());
    }
  }

  @Test
  void partsAreNamedWithTheirOutputs() {
    NetworkSize size =
        NetworkSize.of(darts(3, 16, CIFAR).blueprint(DARTS_V2, Form.EVALUATION, BOTH));
    assertThat(size.parts())
        .extracting(part -> part.name() + " " + part.kind() + " " + part.output())
        .containsExactly(
            "stem stem 48x32x32",
            "cells.0 normal cell 64x32x32",
            "cells.1 reduction cell 128x16x16",
            "cells.2 reduction cell 256x8x8",
            "classifier classifier 10x1x1");
    // 3·48 channels, 9 taps, 32·32 pixels; scale and shift.
    assertThat(size.parts().get(0).multiplyAdds()).isEqualTo(3 * 48 * 9 * 1024);
    assertThat(size.parts().get(0).parameters()).isEqualTo(3 * 48 * 9 + 2 * 48);
    assertThat(size.parts().get(4).multiplyAdds()).isEqualTo(2560);
  }

  @Test
  void pathsMayBeDroppedOnEveryEdgeButIdentities() {
    Network network = darts(3, 16, CIFAR).blueprint(DARTS_V2, Form.EVALUATION, BOTH).network();
    // Normal cell: 6 of 8 edges are no skip connection. Reduction cells: no edge is an identity at
    // stride 2, but three of the skip connections leave node 2 at stride 1: 5 of 8.
    long expected = 6 + 2 * 5;
    assertThat(network.values().stream().filter(v -> v.operation() instanceof DropPath).count())
        .isEqualTo(expected);
    Network plain = darts(3, 16, CIFAR).discrete(DARTS_V2, Form.EVALUATION);
    assertThat(plain.values()).noneMatch(v -> v.operation() instanceof DropPath);
    assertThat(plain.auxiliaryLogits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"32,8", "28,7", "24,6", "36,9"})
  void theAuxiliaryHeadPoolsAnySizeToTwoByTwo(int side, int atTheHead) {
    CellSpace space = darts(3, 4, new Shape(1, side, side));
    assertThat(space.fitsAuxiliaryHead(DARTS_V2)).isTrue();
    Blueprint blueprint = space.blueprint(DARTS_V2, Form.EVALUATION, BOTH);
    assertThat(blueprint.parts().get(3).output().height()).isEqualTo(atTheHead);
    assertThat(blueprint.network().auxiliaryLogits()).isPresent();
  }

  @Test
  void anAuxiliaryHeadWithoutRoomIsRefused() {
    CellSpace small = darts(3, 4, new Shape(1, 20, 20));
    assertThat(small.fitsAuxiliaryHead(DARTS_V2)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> small.blueprint(DARTS_V2, Form.EVALUATION, BOTH))
        .withMessageContaining("the output 64x5x5 of the second reduction cell")
        .withMessageContaining("at least 6x6");
    CellSpace single = darts(1, 4, CIFAR);
    assertThat(single.fitsAuxiliaryHead(DARTS_V2)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> single.blueprint(DARTS_V2, Form.EVALUATION, BOTH))
        .withMessageContaining("cells 1 leaves no second reduction cell");
  }

  private static NasBench201Space benchmark() {
    return new NasBench201Space(NasBench201Settings.defaults(), CIFAR, 10);
  }

  private static NasBench201Genotype everywhere(String operation) {
    return NasBench201Text.read("|a~0|+|a~0|a~1|+|a~0|a~1|a~2|".replace("a~", operation + "~"));
  }

  @Test
  void theBenchmarksLargestNetworkHasItsPublishedSize() {
    NetworkSize size = NetworkSize.of(benchmark().blueprint(everywhere("nor_conv_3x3")));
    // The benchmark's tables: 1.531546 M parameters, 220.12 M FLOPs.
    assertThat(size.parameters()).isEqualTo(1_531_546);
    // Stem, 3·5 cells of 6 edges, two blocks, classifier; each stage costs the same.
    long edges = 15L * 6 * 9 * 16 * 16 * 32 * 32;
    long block = (9 * 16 * 32 + 9 * 32 * 32 + 16 * 32) * 16 * 16;
    assertThat(size.multiplyAdds())
        .isEqualTo(9 * 3 * 16 * 32 * 32 + edges + 2 * block + 640)
        .isEqualTo(220_119_680);
    assertThat(size.auxiliaryParameters()).isZero();
    assertThat(size.parts()).hasSize(1 + 5 + 1 + 5 + 1 + 5 + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "skip_connect", "avg_pool_3x3"})
  void cellsWithoutWeightsLeaveTheSkeletonsOwn(String operation) {
    NetworkSize size = NetworkSize.of(benchmark().blueprint(everywhere(operation)));
    assertThat(size.parameters()).isEqualTo(73_306);
    // Stem, two residual blocks, classifier.
    long block = (9 * 16 * 32 + 9 * 32 * 32 + 16 * 32) * 16 * 16;
    assertThat(size.multiplyAdds()).isEqualTo(9 * 3 * 16 * 32 * 32 + 2 * block + 64 * 10);
  }

  @Test
  void whatTheOutputDoesNotDependOnCountsToo() {
    String dead = "|nor_conv_3x3~0|+|nor_conv_1x1~0|none~1|+|skip_connect~0|none~1|none~2|";
    NetworkSize size = NetworkSize.of(benchmark().blueprint(NasBench201Text.read(dead)));
    // On 15 cells a 3x3 and a 1x1 convolution of 16, 32 or 64 channels, each with scale and shift.
    long edges = 5L * (10 * (256 + 1024 + 4096) + 2 * 2 * (16 + 32 + 64));
    assertThat(size.parameters()).isEqualTo(73_306 + edges);
    assertThat(size.multiplyAdds()).isEqualTo(7_783_040 + 15L * 10 * 16 * 16 * 32 * 32);
  }

  @Test
  void theSupernetOfTheBenchmarkSharesOneStructureOverAllCells() {
    Network supernet = benchmark().supernet();
    assertThat(benchmark().edges())
        .extracting(EdgePosition::label)
        .containsExactly("0-1", "0-2", "1-2", "0-3", "1-3", "2-3");
    assertThat(supernet.structure().length()).isEqualTo(6 * 5);
    assertThat(supernet.structure().slice("cell.1-3").length()).isEqualTo(5);
    // The skeleton, and on 15·6 edges a 1x1 and a 3x3 convolution without scale and shift.
    long edges = 5L * 6 * 10 * (16 * 16 + 32 * 32 + 64 * 64);
    assertThat(supernet.parameterCount()).isEqualTo(73_306 + edges);
  }

  @Test
  void imagesThatCannotBeHalvedTwiceAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new NasBench201Space(NasBench201Settings.defaults(), new Shape(3, 30, 32), 10))
        .withMessageContaining("input 3x30x32: height and width must be multiples of 4");
  }

  @Test
  void thePlainNetworksHaveTheSizesOfTheirDocuments() {
    Network perceptron = PlainNetworks.perceptron(new Shape(1, 28, 28), 50, 10);
    assertThat(perceptron.parameterCount()).isEqualTo(784 * 50 + 50 + 50 * 10 + 10);
    assertThat(perceptron.multiplyAdds()).isEqualTo(784 * 50 + 50 * 10);
    Network convolutional = PlainNetworks.convolutional(CIFAR, 10);
    int features = 9 * (3 * 48 + 48 * 96 + 96 * 192 + 192 * 256) + 48 + 96 + 192 + 256;
    int dense = 256 * 64 * 512 + 512 + 512 * 64 + 64 + 64 * 10 + 10;
    assertThat(convolutional.parameterCount()).isEqualTo(features + dense);
    assertThat(convolutional.classes()).isEqualTo(10);
  }
}
