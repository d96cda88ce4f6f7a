package org.simplexity.method.adanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.data.Seed;
import org.simplexity.kernel.archive.NumpyArchive;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.MethodState;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.Stripes;
import org.simplexity.space.DartsText;
import org.simplexity.space.Genotype;

class AdaNetTest {
  private static final String GENOTYPE =
      "Genotype(normal=[('sep_conv_3x3', 0), ('skip_connect', 1)], normal_concat=[2],"
          + " reduce=[('max_pool_3x3', 0), ('sep_conv_3x3', 1)], reduce_concat=[2])";
  private static final LabelledImages IMAGES = Stripes.images();
  private static final Conditions CONDITIONS = new Conditions(2, new Seed(5));

  @TempDir Path folder;

  private static AdaNetSettings settings(int iterations, int epochs, double lambda, String text) {
    return new AdaNetSettings(
        iterations, epochs, 15, 1, lambda, 0, 1e-6, OptimiserSettings.weights(), text);
  }

  private static AdaNet ensemble(AdaNetSettings settings, Conditions conditions) {
    return new AdaNet(Stripes.space(), IMAGES, settings, conditions);
  }

  private static void finish(AdaNet ensemble, int from) {
    for (int epoch = from; !ensemble.isFinished(); epoch++) {
      ensemble.epoch(epoch);
    }
  }

  @Test
  void objectivesFallFromMemberToMemberAndTheEnsembleLearns() {
    try (AdaNet ensemble = ensemble(settings(3, 6, 1e-3, GENOTYPE), CONDITIONS)) {
      finish(ensemble, 1);
      double last = Double.POSITIVE_INFINITY;
      for (AdaNetRow row : ensemble.rows()) {
        if (row.chosen()) {
          assertThat(row.objective()).isLessThan(last);
          last = row.objective();
        }
      }
      assertThat(ensemble.objective()).isEqualTo(last);
      assertThat(last).isLessThan(Math.log(3));
      assertThat(ensemble.validation().accuracy()).isGreaterThan(0.5);
      List<EnsembleMember> members = ensemble.members();
      assertThat(members)
          .isNotEmpty()
          .hasSize((int) ensemble.rows().stream().filter(AdaNetRow::chosen).count())
          .extracting(EnsembleMember::genotype)
          .containsOnly(DartsText.read(GENOTYPE));
      assertThat(ensemble.rows())
          .allSatisfy(row -> assertThat(row.complexity()).isEqualTo(Math.sqrt(row.depth())));
    }
  }

  @Test
  void whereComplexityCostsTooMuchNothingFollowsTheFirst() {
    try (AdaNet ensemble = ensemble(settings(4, 1, 100, GENOTYPE), CONDITIONS)) {
      finish(ensemble, 1);
      assertThat(ensemble.rows()).hasSize(4);
      assertThat(ensemble.members()).hasSize(1);
      assertThat(ensemble.members().get(0).depth()).as("the simpler of equals").isEqualTo(1);
      assertThat(ensemble.members().get(0).weight()).isZero();
      assertThat(ensemble.objective()).as("guessing").isCloseTo(Math.log(3), within(1e-12));
      assertThatThrownBy(() -> ensemble.epoch(3)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void goesOnBitForBitFromAStateInTheMiddleOfAnIteration() {
    AdaNetSettings settings = settings(2, 2, 1e-3, null);
    try (AdaNet undisturbed = ensemble(settings, CONDITIONS);
        AdaNet stopped = ensemble(settings, new Conditions(1, CONDITIONS.seed()));
        AdaNet resumed = ensemble(settings, CONDITIONS)) {
      undisturbed.epoch(1);
      undisturbed.epoch(2);
      undisturbed.epoch(3);
      AdaNetEpoch expected = undisturbed.epoch(4);
      stopped.epoch(1);
      resumed.restore(stopped.state());
      resumed.epoch(2);
      resumed.epoch(3);
      MethodState third = resumed.state();
      resumed.restore(third);
      assertThat(resumed.epoch(4)).isEqualTo(expected);
      assertThat(resumed.rows()).isEqualTo(undisturbed.rows());
      assertThat(resumed.test()).isEqualTo(undisturbed.test());
      assertSame(resumed.state(), undisturbed.state());
    }
  }

  @Test
  void anIterationDrawsOneGenotypeForBothDepthsAndAnotherIterationAnother() {
    Workshop workshop = new Workshop(Stripes.space(), settings(2, 1, 1e-3, null), CONDITIONS);
    List<Candidate> first = workshop.candidates(1, 1);
    List<Candidate> second = workshop.candidates(2, 1);
    Genotype genotype = first.get(0).member().origin().genotype();
    assertThat(first.get(1).member().origin().genotype()).isEqualTo(genotype);
    assertThat(second.get(0).member().origin().genotype()).isNotEqualTo(genotype);
    assertThat(first.get(1).member().network().parameterCount())
        .isGreaterThan(first.get(0).member().network().parameterCount());
    first.forEach(candidate -> candidate.member().close());
    second.forEach(candidate -> candidate.member().close());
  }

  @Test
  void allNumbersAreWritten() throws IOException {
    try (AdaNet ensemble = ensemble(settings(1, 1, 1e-3, GENOTYPE), CONDITIONS)) {
      ensemble.epoch(1);
      Path file = folder.resolve("weights.npz");
      ensemble.write(file);
      long numbers =
          NumpyArchive.read(file).entrySet().stream()
              .filter(entry -> !entry.getKey().contains("running"))
              .mapToLong(entry -> entry.getValue().values().length)
              .sum();
      assertThat(numbers).isGreaterThanOrEqualTo(ensemble.members().get(0).parameters() + 1);
      assertThat(NumpyArchive.read(file).get("mixture").values()[0])
          .isEqualTo((float) ensemble.members().get(0).weight());
    }
  }

  @Test
  void refusesAGenotypeOfAnotherSpace() {
    String text = "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|";
    assertThatThrownBy(() -> settings(1, 1, 0, text)).hasMessageContaining("expected DARTS's");
  }

  private static void assertSame(MethodState one, MethodState other) {
    Map<String, double[]> expected = other.arrays();
    assertThat(one.arrays().keySet()).isEqualTo(expected.keySet());
    one.arrays()
        .forEach((name, array) -> assertThat(array).as(name).containsExactly(expected.get(name)));
  }
}
