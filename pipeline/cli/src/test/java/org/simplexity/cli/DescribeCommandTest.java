package org.simplexity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simplexity.report.drawing.Svg;
import org.simplexity.space.DartsText;
import org.simplexity.space.GenotypeJson;
import picocli.CommandLine;

class DescribeCommandTest {
  private static final String DARTS_V2 =
      "Genotype(normal=[('sep_conv_3x3', 0), ('sep_conv_3x3', 1), ('sep_conv_3x3', 0),"
          + " ('sep_conv_3x3', 1), ('sep_conv_3x3', 1), ('skip_connect', 0), ('skip_connect', 0),"
          + " ('dil_conv_3x3', 2)], normal_concat=range(2, 6), reduce=[('max_pool_3x3', 0),"
          + " ('max_pool_3x3', 1), ('skip_connect', 2), ('max_pool_3x3', 1), ('max_pool_3x3', 0),"
          + " ('skip_connect', 2), ('skip_connect', 2), ('max_pool_3x3', 1)],"
          + " reduce_concat=range(2, 6))";
  private static final String CONVOLUTIONS =
      "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|"
          + "+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|";

  @TempDir private Path folder;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void theNetworkOfDartsHasItsPublishedSize() throws IOException {
    JsonNode size = json("--genotype", DARTS_V2, "--channels", "36", "--cells", "20");
    // The authors' log: param size = 3.349342MB, without the auxiliary head.
    assertThat(size.path("parameters").asLong()).isEqualTo(3_349_342);
    assertThat(size.path("auxiliary_parameters").asLong()).isEqualTo(476_426);
    assertThat(size.path("parts")).hasSize(22);
  }

  @Test
  void theBenchmarksLargestNetworkHasItsPublishedSize() throws IOException {
    JsonNode size = json("--genotype", CONVOLUTIONS, "--channels", "16", "--cells", "5");
    // The benchmark's tables: 1.531546 M parameters, 220.12 M FLOPs.
    assertThat(size.path("parameters").asLong()).isEqualTo(1_531_546);
    assertThat(size.path("multiply_adds").asLong()).isEqualTo(220_119_680);
    assertThat(size.path("auxiliary_parameters").asLong()).isZero();
  }

  @Test
  void theSupernetOfDartsHasTheSizeItHasInPyTorch() throws IOException {
    String[] small = {"--channels", "16", "--cells", "3", "--nodes", "4", "--input", "1x28x28"};
    JsonNode named = json(with(small, "--supernet", "--operations", "darts"));
    assertThat(named.path("parameters").asLong()).isEqualTo(672_986);
    String all =
        "none,max_pool_3x3,avg_pool_3x3,skip_connect,sep_conv_3x3,sep_conv_5x5,dil_conv_3x3,"
            + "dil_conv_5x5";
    assertThat(json(with(small, "--supernet", "--operations", all))).isEqualTo(named);
    assertThat(json(with(small, "--supernet"))).isEqualTo(named);
  }

  @Test
  void defaultsAreTheSizesOfThePapers() throws IOException {
    assertThat(json("--genotype", DARTS_V2))
        .isEqualTo(json("--genotype", DARTS_V2, "--channels", "36", "--cells", "20"));
    assertThat(json("--genotype", CONVOLUTIONS))
        .isEqualTo(json("--genotype", CONVOLUTIONS, "--channels", "16", "--cells", "5"));
    assertThat(json("--supernet"))
        .isEqualTo(json("--supernet", "--channels", "16", "--cells", "8", "--nodes", "4"));
    assertThat(json("--supernet", "--skeleton", "nas-bench-201").path("parts")).hasSize(19);
  }

  @Test
  void aGenotypeIsReadFromAFileOfAnyNotation() throws IOException {
    JsonNode expected = json("--genotype", DARTS_V2);
    Path text = Files.writeString(folder.resolve("darts.txt"), DARTS_V2 + "\n");
    Path json =
        Files.writeString(
            folder.resolve("genotype.json"), GenotypeJson.write(DartsText.read(DARTS_V2)));
    assertThat(json("--genotype", text.toString())).isEqualTo(expected);
    assertThat(json("--genotype", json.toString())).isEqualTo(expected);
  }

  @Test
  void theTableAddsUp() {
    assertThat(run("describe", "--genotype", DARTS_V2, "--channels", "16", "--cells", "3"))
        .isZero();
    List<String> lines = output.toString().lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "DARTS discrete network: 3 cells of 4 nodes, 16 channels,"
                + " input 3x32x32, 10 classes");
    assertThat(lines.get(2)).startsWith("part ").endsWith(" parameters  multiply-adds");
    assertThat(lines).anyMatch(line -> line.startsWith("cells.1     reduction cell "));
    assertThat(lines).anyMatch(line -> line.startsWith("auxiliary "));
    long total = parameters(lines, "total");
    long parts =
        lines.stream()
            .filter(line -> line.matches("(stem|cells\\.\\d|classifier) .*"))
            .mapToLong(line -> parameters(List.of(line), ""))
            .sum();
    assertThat(parts).isEqualTo(total);
  }

  /** The number before the last gap of two blanks. */
  private static long parameters(List<String> lines, String start) {
    String line = lines.stream().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
    List<String> columns = Arrays.asList(line.split(" {2,}"));
    return Long.parseLong(columns.get(columns.size() - 2).replace(" ", ""));
  }

  @Test
  void drawingsShowEveryEdge() throws IOException {
    assertThat(drawn("--genotype", DARTS_V2))
        .contains("Normal cell", "Reduction cell")
        .contains("dil_conv_3x3")
        .contains("data-operation=\"max_pool_3x3\"");
    assertThat(drawn("--genotype", CONVOLUTIONS).split("data-operation=\"conv_3x3\"", -1))
        .hasSize(7);
    String supernet = drawn("--supernet", "--operations", "skip_connect,sep_conv_3x3");
    // Fourteen mixed edges and four into the concatenation.
    assertThat(supernet.split("data-operation=\"\"", -1)).hasSize(19);
    assertThat(supernet).contains("operations: skip_connect, sep_conv_3x3");
  }

  private String drawn(String... arguments) throws IOException {
    Path file = folder.resolve("new/cell.svg");
    assertThat(run(with(with(arguments, "--out", file.toString()), "describe"))).isZero();
    return Svg.of(Files.readString(file)).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "--json ! which network? give --genotype FILE|TEXT or --supernet",
        "--supernet --genotype x.json ! which network?",
        "--genotype nowhere.json ! there is no file nowhere.json",
        "--genotype Genotype(normal=[('sep_conv',0)]) ! line 1, column 19: operation \"sep_conv\"",
        "--genotype Genotype(normal=[('none',2)]) ! node 2 is out of range",
        "--genotype |none~0|+|none~0| ! expected operation~1|",
        "--genotype {\"normal\":3} ! column 1: key \"reduction\" is missing",
        "--supernet --operations none,pool ! operation \"pool\" is not known; did you mean",
        "--supernet --operations none,none ! names one operation twice",
        "--supernet --channels 0 ! --channels: 0 does not lie in 1..4096",
        "--supernet --cells 1000 ! --cells: 1000 does not lie in 1..100",
        "--supernet --classes 1 ! --classes: 1 does not lie in 2..",
        "--supernet --input 3x32 ! '3x32' must be CxHxW",
        "--supernet --skeleton nasbench ! 'nasbench' is not one of darts, nas-bench-201",
        "--supernet --skeleton nas-bench-201 --input 3x30x30 ! must be multiples of 4",
        "--supernet --skeleton nas-bench-201 --stem-multiplier 3 ! --stem-multiplier: NAS-Bench-201's",
        "--genotype |none~0| --skeleton darts ! --skeleton: darts, but the genotype is one of nas",
        "--genotype |none~0| --nodes 4 ! --nodes: 4, but the cell of the genotype has 2",
        "--genotype |none~0| --operations skip_connect ! the genotype has none, which is not among",
        "--supernet --auxiliary ! a supernet has no auxiliary head",
        "--supernet --out cell.png ! cell.png does not end with .svg",
        "--supernet --chanels 3 ! did you mean '--channels'?"
      })
  void badInputEndsWithTwoAndPointsAtThePlace(String line, String message) {
    assertThat(run(("describe " + line).split(" "))).as(errors.toString()).isEqualTo(2);
    assertThat(errors.toString()).contains(message);
    assertThat(output.toString()).isEmpty();
  }

  @Test
  void anAuxiliaryHeadThatWasAskedForMustFit() throws IOException {
    String[] small = {"--genotype", DARTS_V2, "--input", "3x16x16"};
    assertThat(json(small).path("auxiliary_parameters").asLong()).isZero();
    assertThat(run(with(with(small, "--auxiliary"), "describe"))).isEqualTo(2);
    assertThat(errors.toString()).contains("576x4x4", "at least 6x6");
  }

  private JsonNode json(String... arguments) throws IOException {
    output.getBuffer().setLength(0);
    assertThat(run(with(with(arguments, "--json"), "describe"))).as(errors.toString()).isZero();
    return new ObjectMapper().readTree(output.toString());
  }

  /** Puts the command first and anything else last. */
  private static String[] with(String[] arguments, String... more) {
    boolean command = more[0].equals("describe");
    String[] first = command ? more : arguments;
    String[] last = command ? arguments : more;
    String[] all = Arrays.copyOf(first, first.length + last.length);
    System.arraycopy(last, 0, all, first.length, last.length);
    return all;
  }

  private int run(String... arguments) {
    CommandLine line = Commands.line();
    return line.setOut(new PrintWriter(output, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }
}
