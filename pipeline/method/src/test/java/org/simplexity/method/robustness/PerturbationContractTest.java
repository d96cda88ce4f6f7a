package org.simplexity.method.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.simplexity.data.Seed;
import org.simplexity.method.robustness.image.Pixels;

/** What every disturbance keeps. */
class PerturbationContractTest {
  private static final Examination EXAMINATION = Specimens.examination();
  private static final Specimen SPECIMEN = Specimens.cells();

  @AfterAll
  static void close() {
    EXAMINATION.close();
  }

  /** Each disturbance at its strongest usual level. */
  static Stream<Trial> trials() {
    EdgeRemoval edges = new EdgeRemoval(Specimens.SPACE, Specimens.GENOTYPE, Specimens.FORM);
    return RobustnessStudy.trials(RobustnessSettings.defaults(), EXAMINATION, Optional.of(edges))
        .stream();
  }

  @Test
  void namesAreWordsForTheTrackerAndDiffer() {
    List<String> names = trials().map(trial -> trial.perturbation().name()).toList();
    assertThat(names)
        .doesNotHaveDuplicates()
        .hasSize(4 + 14)
        .allSatisfy(name -> assertThat(name).matches("[a-z]+(_[a-z]+)*"));
  }

  @ParameterizedTest
  @MethodSource("trials")
  void levelZeroChangesNothing(Trial trial) {
    assertSame(trial.perturbation().disturb(SPECIMEN, 0, new Seed(1)), SPECIMEN);
  }

  @ParameterizedTest
  @MethodSource("trials")
  void theSameSeedGivesTheSameAndAnotherSeedAnotherOnlyIfItIsRandom(Trial trial) {
    Specimen one = strongest(trial, new Seed(1));
    assertSame(strongest(trial, new Seed(1)), one);
    boolean differs = !numbers(strongest(trial, new Seed(2))).equals(numbers(one));
    assertThat(differs).isEqualTo(trial.perturbation().isRandom());
  }

  @ParameterizedTest
  @MethodSource("trials")
  void somethingChangesAndPixelsAndLabelsStayWhatTheyAre(Trial trial) {
    List<Object> before = numbers(SPECIMEN);
    Specimen disturbed = strongest(trial, new Seed(3));
    assertThat(numbers(disturbed)).isNotEqualTo(before);
    assertThat(numbers(SPECIMEN)).as("the argument").isEqualTo(before);
    assertThat(disturbed.images().labels()).isEqualTo(SPECIMEN.images().labels());
    assertThat(Arrays.stream(Specimens.flat(disturbed.images().images())))
        .hasSize(40 * 64)
        .allMatch(value -> value >= 0 && value <= 1);
    assertThat(EXAMINATION.accuracy(disturbed)).isBetween(0.0, 1.0);
  }

  private static Specimen strongest(Trial trial, Seed seed) {
    double level = trial.levels().get(trial.levels().size() - 1);
    return trial.perturbation().disturb(SPECIMEN, level, seed);
  }

  private static void assertSame(Specimen actual, Specimen expected) {
    assertThat(numbers(actual)).isEqualTo(numbers(expected));
    assertThat(EXAMINATION.accuracy(actual)).isEqualTo(EXAMINATION.accuracy(expected));
  }

  /** Images, weights by name, and operations that compute something. */
  private static List<Object> numbers(Specimen specimen) {
    List<Object> numbers = new ArrayList<>();
    for (Pixels image : specimen.images().images()) {
      numbers.add(Arrays.hashCode(Specimens.flat(List.of(image))));
    }
    numbers.add(Arrays.hashCode(specimen.network().weights()));
    numbers.add(specimen.network().network().parameters().slices());
    return numbers;
  }
}
