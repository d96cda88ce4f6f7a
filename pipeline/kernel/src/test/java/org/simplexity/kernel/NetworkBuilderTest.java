package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.simplexity.kernel.graph.BatchNormalisation;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.DepthwiseConvolution;
import org.simplexity.kernel.graph.Pooling;
import org.simplexity.kernel.graph.Window;

class NetworkBuilderTest {
  private final NetworkBuilder builder = new NetworkBuilder(new Shape(3, 8, 6));
  private final Value input = builder.input();

  @Test
  void slicesCarryScopeOperationAndNumber() {
    DepthwiseConvolution depthwise = new DepthwiseConvolution(Window.centred(3));
    Value twice =
        builder.within(
            "cells.0",
            () ->
                builder.within(
                    "edge.0-2.sep_conv_3x3",
                    () ->
                        builder.depthwiseConvolution(
                            builder.depthwiseConvolution(input, depthwise), depthwise)));
    Network network = builder.build(builder.dense(twice, 10));
    assertThat(network.parameters().slices())
        .extracting(Slice::name)
        .containsExactly(
            "cells.0.edge.0-2.sep_conv_3x3.depthwise_1.weight",
            "cells.0.edge.0-2.sep_conv_3x3.depthwise_2.weight",
            "dense_1.weight",
            "dense_1.bias");
  }

  @Test
  void slicesFollowOneAnotherWithoutGaps() {
    Value x = builder.convolution(input, Convolution.of(4, Window.square(3)).withBias());
    x = builder.batchNormalisation(x, BatchNormalisation.defaults());
    Network network = builder.build(builder.dense(builder.globalAveragePooling(x), 2));
    assertThat(network.parameters().slices())
        .extracting(Slice::offset)
        .containsExactly(0, 108, 112, 116, 120, 128);
    assertThat(network.parameters().length()).isEqualTo(130);
    assertThat(network.statistics().length()).isEqualTo(8);
  }

  @Test
  void weightlessOperationsOnTheSameSourceAreOneValue() {
    Pooling pooling = new Pooling(Window.centred(3).withStride(2));
    assertThat(builder.maxPooling(input, pooling)).isSameAs(builder.maxPooling(input, pooling));
    assertThat(builder.relu(input)).isSameAs(builder.relu(input));
    assertThat(builder.maxPooling(input, pooling)).isNotSameAs(builder.relu(input));
  }

  @Test
  void sharedNormalisationIsFoundByEitherName() {
    BatchNormalisation plain = BatchNormalisation.defaults().withoutAffine();
    Value first = builder.within("a", () -> builder.batchNormalisation(input, plain));
    Value second = builder.within("b", () -> builder.batchNormalisation(input, plain));
    assertThat(first).isSameAs(second);
    Layout statistics = builder.build(builder.dense(first, 2)).statistics();
    assertThat(statistics.length()).isEqualTo(6);
    assertThat(statistics.slice("b.batch_normalisation_1.mean"))
        .isEqualTo(statistics.slice("a.batch_normalisation_1.mean"));
  }

  @Test
  void shapesFollowPyTorchsFormula() {
    Window strided = Window.square(3).withStride(2).withPadding(1);
    assertThat(builder.convolution(input, Convolution.of(5, strided)).shape())
        .isEqualTo(new Shape(5, 4, 3));
    Window dilated = Window.square(3).withDilation(2).withPadding(2);
    assertThat(builder.depthwiseConvolution(input, new DepthwiseConvolution(dilated)).shape())
        .isEqualTo(new Shape(3, 8, 6));
    assertThat(builder.subsample(builder.input(), 4, 1, 1).shape()).isEqualTo(new Shape(3, 2, 2));
    assertThat(builder.concatenation(List.of(input, builder.relu(input))).shape())
        .isEqualTo(new Shape(6, 8, 6));
  }

  @Test
  void multiplyAddsCountConvolutionsAndDenseLayers() {
    Value x = builder.convolution(input, Convolution.of(4, Window.centred(3)));
    x = builder.depthwiseConvolution(x, new DepthwiseConvolution(Window.centred(5)));
    Network network = builder.build(builder.dense(builder.globalAveragePooling(x), 2));
    assertThat(network.multiplyAdds()).isEqualTo(48 * 3 * 9 * 4 + 48 * 25 * 4 + 4 * 2);
  }

  @Test
  void initialWeightsAreUniformWithinTheInverseRootOfTheFanIn() {
    Network network = builder.build(builder.dense(input, 50));
    double[] initial = network.initialParameters(new Random(1));
    double bound = 1 / Math.sqrt(144);
    assertThat(initial).hasSize(7250);
    assertThat(Arrays.stream(initial).map(Math::abs).max().orElseThrow())
        .isLessThanOrEqualTo(bound);
    double square = Arrays.stream(initial).map(v -> v * v).average().orElseThrow();
    assertThat(square).isCloseTo(bound * bound / 3, withPercentage(5));
  }

  @Test
  void mistakesNameOperationScopeAndShapes() {
    Value strided = builder.maxPooling(input, new Pooling(Window.square(2).withStride(2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.within("cells.1", () -> builder.sum(List.of(input, strided))))
        .withMessage("sum in 'cells.1': shapes 3x8x6 and 3x4x3 differ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.convolution(input, Convolution.of(2, Window.square(9))))
        .withMessage("convolution: window of span 9 does not fit into 3x8x6 with padding 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.mixture(List.of(input), builder.structure("normal.edge.0-2", 3)))
        .withMessageContaining("1 candidates but structure slice 'normal.edge.0-2' has length 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.build(input))
        .withMessageContaining("classes x 1 x 1");
  }

  @Test
  void aMisspeltSliceNamesTheNearest() {
    Network network = builder.build(builder.dense(input, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.parameters().slice("dense_1.wieght"))
        .withMessage("no slice 'dense_1.wieght'; nearest: 'dense_1.weight'");
  }
}
