package org.simplexity.cli.simplex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.cli.Commands;
import org.simplexity.report.drawing.Svg;

/** What the command says of densities is what their formulas say, written here once more. */
class SimplexCommandTest {
  private static final double[] POINT = {0.2, 0.3, 0.5};

  @TempDir private Path folder;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  /** (K−1)! t^{K−1} Π s_k γ_k^{−t−1} / (Σ s_k γ_k^{−t})^K (Maddison, Mnih, Teh 2017). */
  private static double gumbelSoftmax(double[] logits, double t, double[] gamma) {
    double value = 1;
    double sum = 0;
    for (int k = 0; k < gamma.length; k++) {
      value *= Math.max(k, 1) * Math.exp(logits[k]) * Math.pow(gamma[k], -t - 1);
      value *= k == 0 ? 1 : t;
      sum += Math.exp(logits[k]) * Math.pow(gamma[k], -t);
    }
    return value / Math.pow(sum, gamma.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.01", "0.1", "0.5", "0.995", "2", "5"})
  void theDensityOfGumbelSoftmaxIsThatOfThePaper(String temperature) {
    double expected =
        gumbelSoftmax(new double[] {0.4, -1, 0.7}, Double.parseDouble(temperature), POINT);
    String line = "gumbel-softmax --logits 0.4,-1,0.7 --temperature " + temperature;
    assertThat(density(line + " --at 0.2,0.3,0.5") / expected).isCloseTo(1, within(1e-12));
  }

  @Test
  void anyNumberOfSharesHasADensity() {
    double two = gumbelSoftmax(new double[] {1, 0}, 0.7, new double[] {0.1, 0.9});
    assertThat(density("gumbel-softmax --logits 1,0 --temperature 0.7 --at 0.1,0.9") / two)
        .isCloseTo(1, within(1e-12));
    double five =
        gumbelSoftmax(new double[] {0, 0, 0, 0, 0}, 1, new double[] {0.1, 0.2, 0.3, 0.2, 0.2});
    assertThat(density("gumbel-softmax --at 0.1,0.2,0.3,0.2,0.2") / five)
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void theUniformDirichletHasTheDensityTwo() {
    assertThat(density("dirichlet --alpha 1,1,1 --at 0.2,0.3,0.5")).isCloseTo(2, within(1e-12));
    assertThat(density("dirichlet --at 0.2,0.3,0.5")).isCloseTo(2, within(1e-12));
  }

  /** Γ(6.5) / (Γ(0.5) Γ(2) Γ(4)) = 10395/64 / 6, as Γ(6.5) = 10395/64 Γ(½). */
  @Test
  void theDensityOfADirichletIsItsFormula() {
    double expected = 10395.0 / 64 / 6 * Math.pow(0.2, -0.5) * 0.3 * Math.pow(0.5, 3);
    assertThat(density("dirichlet --alpha 0.5,2,4 --at 0.2,0.3,0.5") / expected)
        .isCloseTo(1, within(1e-12));
    assertThat(density("dirichlet --alpha 1,4,8 --temperature 0.5 --at 0.2,0.3,0.5") / expected)
        .isCloseTo(1, within(1e-12));
  }

  /** Γ(x) = 1/x for tiny x: α³ / (3α) / Π γ_k. */
  @Test
  void concentrationsMayBeTiny() {
    assertThat(density("dirichlet --alpha 1e-30,1e-30,1e-30 --at 0.2,0.3,0.5") / (1e-60 / 3 / 0.03))
        .isCloseTo(1, within(1e-12));
  }

  /** The Gaussian of two log ratios, with its covariance inverted by hand. */
  @Test
  void theDensityOfALogitNormalIsThatOfItsLogRatios() {
    double[][] sigma = {{1, 0.5, 0}, {0.5, 2, 0}, {0, 0, 1}};
    double a = sigma[0][0] + sigma[2][2];
    double b = sigma[0][1] + sigma[2][2];
    double c = sigma[1][1] + sigma[2][2];
    double y = Math.log(0.2 / 0.5) - (0.1 - 0.4);
    double z = Math.log(0.3 / 0.5) - (0.7 - 0.4);
    double determinant = a * c - b * b;
    double quadratic = (c * y * y - 2 * b * y * z + a * z * z) / determinant;
    double expected =
        Math.exp(-quadratic / 2) / (2 * Math.PI * Math.sqrt(determinant)) / (0.2 * 0.3 * 0.5);
    assertThat(
            density(
                    "logit-normal --mean 0.1,0.7,0.4 --covariance 1,.5,0;.5,2,0;0,0,1 --at"
                        + " 0.2,0.3,0.5")
                / expected)
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void oneVarianceKVariancesAndAMatrixMayMeanTheSame() {
    String rest = "logit-normal --mean 0,1,2 --at 0.2,0.3,0.5 --covariance ";
    double expected = density(rest + "2");
    assertThat(density(rest + "2,2,2")).isEqualTo(expected);
    assertThat(density(rest + "2,0,0,0,2,0,0,0,2")).isEqualTo(expected);
    assertThat(density(rest + "2,0,0;0,2,0;0,0,2;")).isEqualTo(expected);
    assertThat(density(rest + "3")).isNotEqualTo(expected);
  }

  @Test
  void jsonNamesTheDistributionItsParametersAndThePoint() throws IOException {
    JsonNode answer =
        json("gumbel-softmax --logits 0,1,0 --temperature 0.5 --at 0.2,0.3,0.5 --json");
    assertThat(answer.path("distribution").asText()).isEqualTo("gumbel-softmax");
    assertThat(answer.path("logits").get(1).asDouble()).isEqualTo(1);
    assertThat(answer.path("temperature").asDouble()).isEqualTo(0.5);
    assertThat(answer.path("at").get(2).asDouble()).isEqualTo(0.5);
    double expected = gumbelSoftmax(new double[] {0, 1, 0}, 0.5, POINT);
    assertThat(answer.path("density").asDouble() / expected).isCloseTo(1, within(1e-12));
    assertThat(answer.path("log_density").asDouble()).isCloseTo(Math.log(expected), within(1e-12));
    JsonNode normal = json("logit-normal --covariance 2,3,4 --at 0.2,0.3,0.5 --json");
    assertThat(normal.path("covariance").get(1).toString()).isEqualTo("[0.0,3.0,0.0]");
    assertThat(normal.path("mean")).hasSize(3);
  }

  @Test
  void aDensityBeyondDoublesIsNullInJson() throws IOException {
    JsonNode answer = json("dirichlet --alpha 1e-300,1,1 --at 1e-310,0.5,0.5 --json");
    assertThat(answer.path("log_density").isDouble()).isTrue();
    JsonNode beyond = json("gumbel-softmax --at 1e-300,1e-300,1 --temperature 1e-6 --json");
    assertThat(beyond.path("density").isNull()).isTrue();
    assertThat(beyond.path("log_density").asDouble()).isGreaterThan(710);
  }

  @Test
  void withoutAPointThereIsASummary() throws IOException {
    assertThat(run("dirichlet --alpha 1,2,1")).isZero();
    assertThat(output.toString()).contains("0.2500 0.5000 0.2500", "(mean)", "--out FILE.svg");
    JsonNode summary = json("gumbel-softmax --logits 0,0,0,0 --json");
    assertThat(summary.path("centre_entropy").asDouble()).isCloseTo(Math.log(4), within(1e-12));
    assertThat(summary.path("mean_of_draws")).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "gumbel-softmax --temperatures 0.1,0.5,0.995,2,5 ! 5",
        "dirichlet --alpha 1,2,1 --temperatures 0.01,1 ! 2",
        "dirichlet --alpha 1e-30,1e-30,1e-30 ! 1",
        "dirichlet --temperature 1 ! 1",
        "logit-normal --mean 0,1,0 --covariance 0.01 ! 1",
        "gumbel-softmax --temperatures 1,2,3,4,5,6,7 --samples 3 ! 7"
      })
  void aPictureHasAPanelForEveryTemperature(String line, int panels) throws IOException {
    Path file = folder.resolve("new/sheet.svg");
    assertThat(run(line + " --labels conv,pool,skip --out " + file)).as(errors.toString()).isZero();
    String text = Svg.of(Files.readString(file)).text();
    assertThat(text.split("class=\"panel\"", -1)).hasSize(panels + 1);
    assertThat(text.split(">conv</text>", -1)).hasSize(panels + 1);
    int draws = line.contains("--samples 3") ? 3 : 150;
    assertThat(text.split("class=\"ink draw\"", -1)).hasSize(panels * draws + 1);
  }

  @Test
  void theSameSeedDrawsTheSamePicture() throws IOException {
    List<String> pictures = new ArrayList<>();
    for (String seed : List.of("1", "1", "2")) {
      Path file = folder.resolve(pictures.size() + ".svg");
      assertThat(run("gumbel-softmax --seed " + seed + " --out " + file)).isZero();
      pictures.add(Files.readString(file));
    }
    assertThat(pictures.get(0)).isEqualTo(pictures.get(1)).isNotEqualTo(pictures.get(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "gumbel ! 'gumbel' is not one of gumbel-softmax, dirichlet, logit-normal",
        "dirichlet --at 0.2,0.3,0.6 ! --at: 0.2,0.3,0.6 sum to 1.1",
        "dirichlet --at 0.2,0.3,0.500000002 ! but must sum to 1 within 1.0E-9",
        "dirichlet --at 0,0.5,0.5 ! --at: 0,0.5,0.5 must be positive numbers",
        "dirichlet --at 1.5,-1,0.5 ! must be positive numbers",
        "dirichlet --alpha 1,1 --at 0.2,0.3,0.5 ! must be 2 numbers, one for every parameter",
        "dirichlet --at 0.2,x,0.5 ! but 'x' is none",
        "dirichlet --at 0.2,NaN,0.5 ! but 'NaN' is none",
        "dirichlet --at 1 ! --alpha: 1 must be at least two numbers",
        "dirichlet --alpha 0,1,1 ! --alpha: 0,1,1 at temperature 1.0 does not lie in",
        "dirichlet --alpha 1,1,1 --temperature -1 ! does not lie in",
        "dirichlet --alpha 1,1,1 --logits 0,0,0 ! give one of them",
        "dirichlet --mean 0,0,0 ! --mean: dirichlet has no such parameter",
        "gumbel-softmax --alpha 1,1,1 ! --alpha: gumbel-softmax has no such parameter",
        "gumbel-softmax --temperature 0 ! --temperature: 0.0 does not lie in",
        "gumbel-softmax --temperature 1,2 ! --temperature: 1,2 must be one number",
        "logit-normal --temperature 1 ! --temperature: logit-normal has no such parameter",
        "logit-normal --covariance 1,2 ! must be 1, 3 or 3×3 numbers for a mean of 3",
        "logit-normal --covariance 1,0;0,1;0,0 ! must be 1, 3 or 3×3 numbers",
        "logit-normal --covariance 0 ! covariance of log ratios must be positive definite",
        "logit-normal --covariance 5,-1,5 ! variance -1.0 of coordinate 2 must not be negative",
        "logit-normal --covariance 1,2,0;0,1,0;0,0,1 ! symmetric",
        "dirichlet --alpha 1,1 --out x.svg ! only three operations can be drawn, these are 2",
        "dirichlet --out x.png ! x.png does not end with .svg",
        "dirichlet --out x.svg --labels a,b ! --labels: a,b must be three different names",
        "dirichlet --out x.svg --samples -1 ! --samples: -1 does not lie in 0..10000",
        "dirichlet --temperatures 1,2 ! --temperatures: needs --out",
        "logit-normal --temperatures 1,2 --out x.svg ! --temperatures: logit-normal has no",
        "gumbel-softmax --temperatures 1,0 --out x.svg ! --temperature: 0.0 does not lie in",
        "dirichlet --alfa 1,1,1 ! did you mean '--alpha'?"
      })
  void badInputEndsWithTwoAndNamesTheOption(String line, String message) {
    assertThat(run(line)).as(output.toString()).isEqualTo(2);
    assertThat(errors.toString()).contains(message).contains("--help");
    assertThat(output.toString()).isEmpty();
    assertThat(Path.of("x.svg")).doesNotExist();
  }

  private double density(String line) {
    output.getBuffer().setLength(0);
    assertThat(run(line)).as(errors.toString()).isZero();
    List<String> lines = output.toString().lines().toList();
    assertThat(lines).hasSize(2);
    double density = Double.parseDouble(lines.get(0).substring("density ".length()));
    double log = Double.parseDouble(lines.get(1).substring("log_density ".length()));
    assertThat(Math.log(density)).isCloseTo(log, within(1e-12 * (1 + Math.abs(log))));
    return density;
  }

  private JsonNode json(String line) throws IOException {
    output.getBuffer().setLength(0);
    assertThat(run(line)).as(errors.toString()).isZero();
    return new ObjectMapper().readTree(output.toString());
  }

  private int run(String line) {
    List<String> words = new ArrayList<>(List.of("simplex"));
    words.addAll(Splitter.on(' ').omitEmptyStrings().splitToList(line));
    return Commands.line()
        .setOut(new PrintWriter(output, true))
        .setErr(new PrintWriter(errors, true))
        .execute(words.toArray(String[]::new));
  }
}
