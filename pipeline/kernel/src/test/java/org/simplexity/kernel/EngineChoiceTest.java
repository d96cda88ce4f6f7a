package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineChoiceTest {
  private final PlanSettings single = PlanSettings.defaults(1);
  private final PlanSettings wide = single.withPrecision(Precision.DOUBLE);

  @Test
  void doublePrecisionRunsOnTheReferenceUnlessAskedOtherwise() {
    assertThat(EngineChoice.of(wide)).isEqualTo(Engine.REFERENCE);
    assertThat(EngineChoice.of(wide.withEngine(Engine.ND4J))).isEqualTo(Engine.ND4J);
  }

  @Test
  void singlePrecisionRunsOnOneDnnUnlessNd4jIsForCuda() {
    assertThat(EngineChoice.of(single))
        .isEqualTo(EngineChoice.cuda() ? Engine.ND4J : Engine.ONEDNN);
  }

  @ParameterizedTest
  @EnumSource(names = {"ONEDNN", "ND4J"})
  void anEngineThatIsAskedForIsTaken(Engine engine) {
    assertThat(EngineChoice.of(single.withEngine(engine))).isEqualTo(engine);
  }

  @Test
  void anEngineWithoutThePrecisionIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EngineChoice.of(wide.withEngine(Engine.ONEDNN)))
        .withMessageContaining("ONEDNN does not compute in DOUBLE");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EngineChoice.of(single.withEngine(Engine.REFERENCE)))
        .withMessageContaining("REFERENCE does not compute in FLOAT");
  }
}
