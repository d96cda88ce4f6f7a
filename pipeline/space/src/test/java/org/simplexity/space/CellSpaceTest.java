package org.simplexity.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Operation.DepthwiseConvolve;
import org.simplexity.kernel.graph.Window;

class CellSpaceTest {
  private static final List<String> OPERATIONS =
      List.of("none", "max_pool_3x3", "skip_connect", "sep_conv_3x3");
  private static final int CHANNELS = 4;
  private static final CellSpace SPACE =
      new CellSpace(
          new CellSpaceSettings(3, 2, CHANNELS, OPERATIONS, 3, 1), new Shape(1, 8, 8), 10);

  @Test
  void joinsEveryNodeToAllEarlierOnes() {
    assertThat(SPACE.edges())
        .extracting(EdgePosition::label)
        .containsExactly("0-2", "1-2", "0-3", "1-3", "2-3");
  }

  @Test
  void laysStructureOutByTypeThenEdgeThenOperation() {
    StructureLayout layout = SPACE.structure();
    Network supernet = SPACE.supernet();
    assertThat(layout.length()).isEqualTo(2 * 5 * 4).isEqualTo(supernet.structure().length());
    for (CellType type : CellType.values()) {
      for (int edge = 0; edge < layout.edges().size(); edge++) {
        String name = CellSpace.slice(type, layout.edges().get(edge));
        assertThat(supernet.structure().slice(name).offset()).isEqualTo(layout.offset(type, edge));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,''", "2,1", "3,1 2", "4,1 2", "8,2 5", "20,6 13"})
  void reducesAtOneThirdAndTwoThirds(int cells, String expected) {
    List<String> reducing =
        IntStream.range(0, cells)
            .filter(cell -> CellSpace.reduces(cell, cells))
            .mapToObj(Integer::toString)
            .toList();
    assertThat(String.join(" ", reducing)).isEqualTo(expected);
  }

  @Test
  void weighsWhatTheFormulaSays() {
    int stem = 3 * CHANNELS;
    int expected = 9 * stem + 2 * stem;
    // Cell 0 is normal, cells 1 and 2 reduce; a cell's output has 2 nodes of its channels.
    expected += cell(CHANNELS, stem, stem, false);
    expected += cell(2 * CHANNELS, stem, 2 * CHANNELS, true);
    expected += cell(4 * CHANNELS, 2 * CHANNELS, 4 * CHANNELS, true);
    expected += 8 * CHANNELS * 10 + 10;
    assertThat(SPACE.supernet().parameters().length()).isEqualTo(expected);
  }

  /**
   * Weights of one cell of five edges: both preprocessings, a separable convolution (two depthwise
   * 3×3, two pointwise) an edge, and where it reduces a factorised reduction on its four edges from
   * the inputs. Normalisation has no weights in search.
   */
  private static int cell(int channels, int older, int recent, boolean reduces) {
    int separable = 2 * (9 * channels + channels * channels);
    int factorised = 2 * (channels * (channels / 2));
    return (older + recent) * channels + 5 * separable + (reduces ? 4 * factorised : 0);
  }

  @Test
  void givesADiscreteNetworkTheNamesOfTheSupernet() {
    CellGenotype cell =
        CellGenotype.of(
            2,
            List.of(
                new Edge(0, 2, "sep_conv_3x3"),
                new Edge(1, 2, "max_pool_3x3"),
                new Edge(0, 3, "skip_connect"),
                new Edge(2, 3, "sep_conv_3x3")));
    Network discrete = SPACE.discrete(new Genotype(cell, cell), Form.INHERITED);
    List<String> supernet =
        SPACE.supernet().parameters().slices().stream().map(Slice::name).toList();
    assertThat(discrete.parameters().slices())
        .filteredOn(slice -> slice.kind() == Slice.Kind.WEIGHT)
        .isNotEmpty()
        .allSatisfy(slice -> assertThat(supernet).contains(slice.name()));
    assertThat(discrete.structure().length()).isZero();
  }

  @Test
  void buildsPoolsBareForEvaluationAndNormalisedForInheritance() {
    CellGenotype pools =
        CellGenotype.of(2, List.of(new Edge(0, 2, "max_pool_3x3"), new Edge(1, 3, "avg_pool_3x3")));
    Genotype genotype = new Genotype(pools, pools);
    int bare = SPACE.discrete(genotype, Form.EVALUATION).parameters().length();
    int normalised = SPACE.discrete(genotype, Form.INHERITED).parameters().length();
    // Two pools in each of the cells of 4, 8 and 16 channels, a scale and a shift a channel.
    assertThat(normalised - bare).isEqualTo(2 * 2 * (4 + 8 + 16));
  }

  @Test
  void namesTheNearestOperationForAMisspeltOne() {
    assertThatThrownBy(() -> Operations.byName("sep_conv_3"))
        .hasMessageContaining("did you mean \"sep_conv_3x3\"");
  }

  @Test
  void refusesAnOperationNamedTwice() {
    assertThatThrownBy(() -> new CellSpaceSettings(3, 2, 4, List.of("conv_1x1", "conv_1x1"), 3, 1))
        .hasMessageContaining("twice");
  }

  @Test
  void refusesANodeWithoutInput() {
    CellGenotype hole = CellGenotype.of(2, List.of(new Edge(0, 2, "conv_1x1")));
    assertThatThrownBy(() -> SPACE.discrete(new Genotype(hole, hole), Form.EVALUATION))
        .hasMessageContaining("node 3 of the normal cell has no incoming edge");
  }

  @ParameterizedTest
  @MethodSource("org.simplexity.space.Operations#names")
  void buildsEveryOperationAtBothStridesAndOddSizes(String name) {
    for (int size : new int[] {7, 8}) {
      for (int stride : new int[] {1, 2}) {
        NetworkBuilder builder = new NetworkBuilder(new Shape(6, size, size));
        Value value =
            Operations.byName(name)
                .build(builder, builder.input(), new Site(6, stride, Form.SEARCH));
        int expected = (size + stride - 1) / stride;
        assertThat(value.shape()).isEqualTo(new Shape(6, expected, expected));
      }
    }
  }

  @Test
  void theSupernetOfDartsWeighsWhatItDoesInPyTorch() {
    CellSpaceSettings settings = new CellSpaceSettings(3, 4, 16, List.of("darts"), 3, 1);
    Network supernet = new CellSpace(settings, new Shape(1, 28, 28), 10).supernet();
    // Counted by an independent definition of the same network in PyTorch.
    assertThat(supernet.parameters().length()).isEqualTo(672_986);
  }

  @ParameterizedTest
  @CsvSource({"dil_conv_3x3,3,1", "dil_conv_3x3,3,2", "dil_conv_5x5,5,1", "dil_conv_5x5,5,2"})
  void dilatesOnceByTwoPaddedByHalfTheSpan(String name, int kernel, int stride) {
    NetworkBuilder builder = new NetworkBuilder(new Shape(6, 8, 8));
    Site site = new Site(6, stride, Form.EVALUATION);
    Value value = Operations.byName(name).build(builder, builder.input(), site);
    Network network = builder.build(builder.dense(value, 2));
    Window dilated = new Window(kernel, stride, kernel - 1, 2);
    // At stride 2 it reads every other pixel, which the builder picks first.
    assertThat(network.values())
        .extracting(Value::operation)
        .filteredOn(DepthwiseConvolve.class::isInstance)
        .extracting(operation -> ((DepthwiseConvolve) operation).settings().window())
        .containsExactly(stride == 1 ? dilated : dilated.densified());
    // Depthwise, pointwise, scale and shift, classifier.
    int features = 6 * (8 / stride) * (8 / stride);
    assertThat(network.parameters().length())
        .isEqualTo(kernel * kernel * 6 + 6 * 6 + 2 * 6 + 2 * features + 2);
  }
}
