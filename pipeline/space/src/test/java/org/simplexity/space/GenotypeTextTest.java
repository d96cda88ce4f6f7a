package org.simplexity.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenotypeTextTest {
  /** As DARTS's code prints it (Liu et al. 2019, the second-order genotype of CIFAR-10). */
  static final String DARTS_V2 =
      "Genotype(normal=[('sep_conv_3x3', 0), ('sep_conv_3x3', 1), ('sep_conv_3x3', 0),"
          + " ('sep_conv_3x3', 1), ('sep_conv_3x3', 1), ('skip_connect', 0), ('skip_connect', 0),"
          + " ('dil_conv_3x3', 2)], normal_concat=[2, 3, 4, 5], reduce=[('max_pool_3x3', 0),"
          + " ('max_pool_3x3', 1), ('skip_connect', 2), ('max_pool_3x3', 1), ('max_pool_3x3', 0),"
          + " ('skip_connect', 2), ('skip_connect', 2), ('max_pool_3x3', 1)],"
          + " reduce_concat=[2, 3, 4, 5])";

  private static final String SMALL =
      "Genotype(normal=[('none', 0), ('conv_1x1', 1)], normal_concat=[2],"
          + " reduce=[('none', 0), ('conv_1x1', 1)], reduce_concat=[2])";
  private static final String BENCHMARK =
      "|nor_conv_3x3~0|+|none~0|skip_connect~1|+|avg_pool_3x3~0|nor_conv_1x1~1|none~2|";

  @Test
  void dartsGivesTwoEdgesToEveryNodeInOrder() {
    Genotype genotype = DartsText.read(DARTS_V2);
    assertThat(genotype.normal().nodes()).isEqualTo(4);
    assertThat(genotype.normal().edges())
        .containsExactly(
            new Edge(0, 2, "sep_conv_3x3"),
            new Edge(1, 2, "sep_conv_3x3"),
            new Edge(0, 3, "sep_conv_3x3"),
            new Edge(1, 3, "sep_conv_3x3"),
            new Edge(0, 4, "skip_connect"),
            new Edge(1, 4, "sep_conv_3x3"),
            new Edge(0, 5, "skip_connect"),
            new Edge(2, 5, "dil_conv_3x3"));
    assertThat(genotype.reduction().into(5))
        .containsExactly(new Edge(1, 5, "max_pool_3x3"), new Edge(2, 5, "skip_connect"));
    assertThat(genotype.normal().concatenated()).containsExactly(2, 3, 4, 5);
  }

  @Test
  void rangesListsAssignmentsLinesAndCommentsAreTheSameGenotype() {
    String other =
        "DARTS_V2 = "
            + DARTS_V2
                .replace("normal_concat=[2, 3, 4, 5]", "normal_concat=range(2, 6)")
                .replace("reduce_concat=[2, 3, 4, 5]", "reduce_concat=(2, 3, 4, 5,),")
                .replace("('skip_connect', 0), ", "\n  (\"skip_connect\", 0),  # kept\n\t");
    assertThat(GenotypeText.read(other)).isEqualTo(DartsText.read(DARTS_V2));
  }

  @Test
  void everyNotationIsToldApart() {
    Genotype genotype = DartsText.read(DARTS_V2);
    assertThat(GenotypeText.read("\n " + DARTS_V2)).isEqualTo(genotype);
    assertThat(GenotypeText.read(GenotypeJson.write(genotype))).isEqualTo(genotype);
    assertThat(GenotypeText.read(" " + BENCHMARK + "\n"))
        .isEqualTo(NasBench201Text.read(BENCHMARK));
  }

  @Test
  void theBenchmarksCellHasAnOperationOnEveryEdge() {
    NasBench201Genotype cell = NasBench201Text.read(BENCHMARK);
    assertThat(cell.nodes()).isEqualTo(4);
    assertThat(cell.operation(0, 1)).isEqualTo("conv_3x3");
    assertThat(cell.operation(1, 2)).isEqualTo("skip_connect");
    assertThat(cell.operation(1, 3)).isEqualTo("conv_1x1");
    assertThat(NasBench201Text.write(cell)).isEqualTo(BENCHMARK);
  }

  @Property(tries = 50)
  void whatIsWrittenReadsTheSame(
      @ForAll @IntRange(min = 1, max = 6) int nodes, @ForAll Random random) {
    Genotype genotype = new Genotype(cell(nodes, random), cell(nodes, random));
    assertThat(DartsText.read(DartsText.write(genotype))).isEqualTo(genotype);
    assertThat(GenotypeJson.read(GenotypeJson.write(genotype))).isEqualTo(genotype);
  }

  @Property(tries = 50)
  void aCellOfTheBenchmarkReadsTheSame(
      @ForAll @IntRange(min = 2, max = 6) int nodes, @ForAll Random random) {
    List<List<String>> incoming = new ArrayList<>();
    for (int node = 1; node < nodes; node++) {
      List<String> operations = new ArrayList<>();
      for (int from = 0; from < node; from++) {
        operations.add(any(random));
      }
      incoming.add(operations);
    }
    NasBench201Genotype cell = new NasBench201Genotype(incoming);
    assertThat(NasBench201Text.read(NasBench201Text.write(cell))).isEqualTo(cell);
  }

  /** A genotype with any one character taken away or doubled is read or refused, with a place. */
  @Property(tries = 300)
  void aDamagedTextIsReadOrRefusedWithAPlace(
      @ForAll @IntRange(min = 0, max = 150) int at, @ForAll boolean doubled) {
    for (String text : List.of(SMALL, BENCHMARK, GenotypeJson.write(DartsText.read(SMALL)))) {
      int index = at % text.length();
      String damaged =
          text.substring(0, doubled ? index + 1 : index)
              + text.substring(doubled ? index : index + 1);
      Throwable refusal = catchThrowable(() -> GenotypeText.read(damaged));
      if (refusal != null) {
        assertThat(refusal)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageMatching("(?s)genotype, line \\d+, column \\d+: .*\\n {2}.*\\n {2} *\\^+");
      }
    }
  }

  private static CellGenotype cell(int nodes, Random random) {
    List<Edge> edges = new ArrayList<>();
    for (int to = 2; to < 2 + nodes; to++) {
      int first = random.nextInt(to);
      int second = (first + 1 + random.nextInt(to - 1)) % to;
      edges.add(new Edge(first, to, any(random)));
      edges.add(new Edge(second, to, any(random)));
    }
    int output = 2 + random.nextInt(nodes);
    return random.nextBoolean()
        ? CellGenotype.of(nodes, edges)
        : new CellGenotype(nodes, edges, List.of(output));
  }

  private static String any(Random random) {
    return Operations.names().get(random.nextInt(Operations.names().size()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'none', 0 | 'nane', 0 | 'nane' | operation \"nane\" is not known; did you mean \"none\"?",
        "'conv_1x1', 1 | 'conv_1x1', 2 | 2 | node 2 is out of range: this edge leads into node 2",
        "'conv_1x1', 1 | 'conv_1x1', -1 | -1 | node -1 is out of range",
        "normal_concat=[2] | normal_concat=[3] | 3 | node 3 is out of range: the intermediate"
            + " nodes",
        "normal_concat=[2] | normal_concat=[2, 2] | 2] | node 2 is concatenated twice",
        "normal_concat=[2] | normal_concat=[] | ] | no node is concatenated",
        "normal_concat=[2] | normal_concat=range(2, 2) | range | range(2, 2) holds no node",
        "normal_concat | normal_concta | normal_concta | field \"normal_concta\" is not one of",
        "reduce_concat=[2] | normal=[] | normal=[] | field \"normal\" is given twice",
        ", reduce_concat=[2] | `` | ) | field \"reduce_concat\" is missing",
        "('none', 0), | `` | ] | 1 edges; there must be two into every node",
        "Genotype( | Genotyp( | Genotyp | a genotype begins with",
      })
  void aMistakeIsPointedAt(String right, String wrong, String mark, String message) {
    String text = SMALL.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
    assertThat(text).isNotEqualTo(SMALL);
    Throwable refusal = catchThrowable(() -> GenotypeText.read(text));
    assertThat(refusal).isInstanceOf(IllegalArgumentException.class);
    List<String> lines = String.valueOf(refusal.getMessage()).lines().toList();
    assertThat(lines.get(0)).contains("genotype, line 1, column ").contains(message);
    String below = lines.get(1).substring(lines.get(2).indexOf('^'));
    assertThat(below).startsWith(mark);
  }

  @Test
  void lineColumnAndCaretsAreThoseOfTheMistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> DartsText.read("Genotype(\n  normal=[('none', 0),\n          ('sep_conv', 1)]"))
        .withMessageStartingWith("genotype, line 3, column 12: operation \"sep_conv\" is not known")
        .withMessageEndingWith("\n            ('sep_conv', 1)]\n             ^^^^^^^^^^");
  }

  @Test
  void aLongLineIsCutAroundTheMistake() {
    String wrong = DARTS_V2.replace("dil_conv_3x3", "dil_conv_3x4");
    String message = catchThrowable(() -> DartsText.read(wrong)).getMessage();
    List<String> lines = String.valueOf(message).lines().toList();
    assertThat(lines.get(1)).hasSizeLessThan(100).startsWith("  …").endsWith("…");
    assertThat(lines.get(1).substring(lines.get(2).indexOf('^'))).startsWith("'dil_conv_3x4'");
  }

  @ParameterizedTest
  @CsvSource({
    "|nor_conv_3x3~0|+|none~0|skip~1|,26,operation \"skip\" is not known",
    "|none~0|+|none~1|none~0|,16,node \"1\" where node 0 was expected",
    "|none~0|+|none~0|none~7|,23,node \"7\" where node 1 was expected",
    "|none~0|+|none~0|,18,expected operation~1|",
    "|none~0|none~1|,9,expected \"+\" and",
    "|none~0|+,10,expected \"|\"",
    "|,2,expected operation~0|"
  })
  void aMistakeInTheBenchmarksNotationIsPointedAt(String text, int column, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GenotypeText.read(text))
        .withMessageStartingWith("genotype, line 1, column " + column + ": ")
        .withMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"conv_1x1\" | \"conv_1x2\" | normal.edges[1].operation: operation \"conv_1x2\" is not"
            + " known",
        "\"to\" : 2 | \"to\" : 3 | normal.edges[0].to: node 3 is out of range: it must be one of"
            + " 2..2",
        "\"from\" : 0 | \"from\" : 2 | normal.edges[0]: edge 2-2 does not run",
        "\"from\" : 0 | \"from\" : 0.5 | normal.edges[0].from: expected a whole number",
        "\"from\" : 0 | \"form\" : 0 | normal.edges[0].form: unknown key; expected from",
        "\"nodes\" : 1, | '' | normal: key \"nodes\" is missing",
      })
  void aMistakeInJsonIsPointedAt(String right, String wrong, String message) {
    String json = GenotypeJson.write(DartsText.read(SMALL));
    String text = json.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
    assertThat(text).isNotEqualTo(json);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GenotypeText.read(text))
        .withMessageContaining(message)
        .withMessageMatching("(?s)genotype, line \\d+, column \\d+: .*\\^");
  }

  @Test
  void whatTheNotationOfDartsCannotSayIsRefused() {
    CellGenotype one = CellGenotype.of(1, List.of(new Edge(0, 2, "none")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DartsText.write(new Genotype(one, one)))
        .withMessageContaining("node 2 of the normal cell has 1 incoming edges");
  }
}
