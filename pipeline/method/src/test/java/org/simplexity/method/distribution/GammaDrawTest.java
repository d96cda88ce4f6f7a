package org.simplexity.method.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GammaDrawTest {
  private static final int DRAWS = 40_000;

  /**
   * −(∂F/∂α) α / (p z) by differences of the regularised incomplete gamma function in arithmetic of
   * 50 digits, step 1e-15 α; ln z between the quantiles 1e-20 and 1 − 1e-9.
   */
  @ParameterizedTest
  @CsvSource({
    "0.001, -460.51701859880916, 459.94144666699884",
    "0.001, -69.07755278982137, 68.50198085801107",
    "0.001, -6.907755278982137, 6.339511118616954",
    "0.001, -0.6931471805599453, 0.92398433437848",
    "0.001, 1.0986122886681098, 0.26263829529436217",
    "0.001, 2.995732273553991, 0.04789333379909284",
    "0.1, -460.51701859880916, 460.0932636583981",
    "0.1, -69.07755278982137, 68.6537978494103",
    "0.1, -6.907755278982137, 6.490724738374096",
    "0.1, -0.6931471805599453, 1.023938313441894",
    "0.1, 1.0986122886681098, 0.31478723813648674",
    "0.1, 2.995732273553991, 0.06454993218616153",
    "0.5, -7.600902459542082, 7.6401610335769545",
    "0.5, -1.4470904654026635, 1.8614333972324582",
    "0.5, 0.934849039495505, 0.5396738418289502",
    "0.5, 2.2456586635426614, 0.2171773617973078",
    "0.5, 3.154820656930382, 0.1077861213863363",
    "1.0, -6.907755278982137, 7.334456244883786",
    "1.0, -4.512232190328822, 4.964954399572164",
    "1.0, -0.35334910696915034, 1.3881927288724507",
    "1.0, 1.3254982568371176, 0.5631983458694362",
    "1.0, 2.3955230886533148, 0.2785477230165057",
    "1.0, 3.182615882055788, 0.15760085855264436",
    "3.0, -3.8340565217039453, 5.119170122804672",
    "3.0, -0.54560609402436, 2.1410634332394194",
    "3.0, 0.9853913047195686, 1.1178440059528254",
    "3.0, 1.994173731498059, 0.6529948437252807",
    "3.0, 2.7477645788937957, 0.4133924390938572",
    "3.0, 3.3495523653454975, 0.2782017089633763",
    "49.0, 3.24947786432618, 1.3598740513837906",
    "49.0, 3.584041687623402, 1.1657166446231577",
    "49.0, 3.885009852507009, 1.0068288982038522",
    "49.0, 4.158518013921889, 0.8755390909355603",
    "49.0, 4.409160724733215, 0.76611489448353",
    "49.0, 4.640467906379637, 0.6742014545193875",
    "100.0, 4.172019033627404, 1.2342042968666158",
    "100.0, 4.3946180154167775, 1.1108148955539843",
    "100.0, 4.60183499943002, 1.0033396242237616",
    "100.0, 4.795659120665474, 0.9092903188611056",
    "100.0, 4.977716995683333, 0.8266365677375085",
    "100.0, 5.149355791789563, 0.7537078095632419",
    "1000.0, 6.778172068210659, 1.0663681468930157",
    "1000.0, 6.843493007427211, 1.0326473208833002",
    "1000.0, 6.9074219271289135, 1.0003333962909495",
    "1000.0, 6.970016920635696, 0.9693537287754541",
    "1000.0, 7.031332518852856, 0.9396401849949384",
    "1000.0, 7.091419975719831, 0.9111288080689717"
  })
  void theSlopeIsThatOfTheQuantile(double shape, double log, double slope) {
    assertThat(GammaDraw.at(shape, log).slope() / slope).isCloseTo(1, within(2e-12));
  }

  /** ln z = (ln u + ln Γ(α + 1)) / α exactly as α tends to 0. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 1e-10, 1e-30})
  void theSlopeOfATinyShapeIsThatOfItsLimit(double shape) {
    double log = Math.log(0.3) / shape;
    double expected = -0.5772156649015329 - log;
    assertThat(GammaDraw.at(shape, log).slope() / expected).isCloseTo(1, within(2 * shape + 1e-15));
  }

  /** E ln z = ψ(α), Var ln z = ψ'(α); both from Hipparchus, whose error of 3e-9 is nothing here. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-30, 1e-3, 0.3, 1, 2.5, 40, 3000})
  void logarithmsOfDrawsHaveTheirMeanAndVariance(double shape) {
    Random random = new Random(17);
    double deviation = Math.sqrt(Gamma.trigamma(shape));
    double mean = 0;
    double variance = 0;
    for (int i = 0; i < DRAWS; i++) {
      double score = (GammaDraw.of(shape, random).log() - Gamma.digamma(shape)) / deviation;
      mean += score / DRAWS;
      variance += score * score / DRAWS;
    }
    assertThat(mean).isCloseTo(0, within(4.5 / Math.sqrt(DRAWS)));
    assertThat(variance).isCloseTo(1, within(4.5 * Math.sqrt(8.0 / DRAWS)));
  }

  @Test
  void drawsOfATinyShapeAreFinite() {
    Random random = new Random(19);
    for (int i = 0; i < 1000; i++) {
      GammaDraw draw = GammaDraw.of(1e-30, random);
      assertThat(draw.log()).isFinite().isNegative();
      assertThat(draw.slope()).isFinite().isPositive();
    }
  }

  @Test
  @Timeout(20)
  void aShapeThatIsNoNumberIsDrawnAsNoneAtOnce() {
    GammaDraw draw = GammaDraw.of(Double.NaN, new Random(1));
    assertThat(draw.log()).isNaN();
    assertThat(draw.slope()).isNaN();
  }
}
