package org.simplexity.method.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;
import org.simplexity.method.robustness.corruption.Corruption;

class RobustnessStudyTest {
  private static final RobustnessSettings SMALL =
      settings(List.of(0.1, 0.5), List.of(Corruption.FOG, Corruption.CONTRAST), List.of(2, 5));

  @Test
  void measuresTheCleanNetworkOnceAndEachLevelAsOftenAsItIsRandom() {
    Specimen specimen = Specimens.cells();
    List<Integer> told = new ArrayList<>();
    try (Examination examination = Specimens.examination()) {
      RobustnessStudy study = study(examination, 3, new Seed(1));
      List<RobustnessCurve> curves =
          study.run(specimen, examination, (done, total, what) -> told.add(done));
      assertThat(curves)
          .extracting(RobustnessCurve::perturbation)
          .containsExactly("weight_noise", "fog", "contrast");
      assertThat(curves).extracting(c -> c.observations().size()).containsExactly(7, 7, 3);
      double clean = examination.accuracy(specimen);
      assertThat(curves)
          .allSatisfy(
              curve ->
                  assertThat(curve.observations().get(0)).isEqualTo(new Observation(0, 1, clean)));
      assertThat(told).hasSize(study.size()).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void theSameSeedGivesTheSameCurves() {
    Specimen specimen = Specimens.cells();
    try (Examination examination = Specimens.examination()) {
      List<RobustnessCurve> first =
          study(examination, 2, new Seed(1)).run(specimen, examination, (d, t, w) -> {});
      assertThat(study(examination, 2, new Seed(1)).run(specimen, examination, (d, t, w) -> {}))
          .isEqualTo(first);
      assertThat(study(examination, 2, new Seed(2)).run(specimen, examination, (d, t, w) -> {}))
          .isNotEqualTo(first);
    }
  }

  @Test
  void settingsOutOfRangeAreToldWithTheirKey() {
    assertThatThrownBy(() -> settings(List.of(0.0), List.of(), List.of(1)))
        .hasMessage("weight_noise: level 0.0 must be greater than 0 and at most 10");
    assertThatThrownBy(() -> settings(List.of(0.2, 0.1), List.of(), List.of(1)))
        .hasMessage("weight_noise: levels [0.2, 0.1] must rise, 0.1 does not");
    assertThatThrownBy(() -> settings(List.of(0.1), List.of(Corruption.FOG), List.of(6)))
        .hasMessage("severities: level 6 must be greater than 0 and at most 5");
    assertThatThrownBy(() -> settings(List.of(), List.of(Corruption.FOG), List.of()))
        .hasMessageContaining("severities");
  }

  private static RobustnessStudy study(Examination examination, int draws, Seed seed) {
    return new RobustnessStudy(
        RobustnessStudy.trials(SMALL, examination, Optional.empty()), draws, seed);
  }

  private static RobustnessSettings settings(
      List<Double> noise, List<Corruption> corruptions, List<Integer> severities) {
    return new RobustnessSettings(
        noise,
        List.of(),
        List.of(),
        List.of(0.5),
        corruptions,
        severities,
        1,
        10,
        null,
        PixelScale.UNIT);
  }
}
