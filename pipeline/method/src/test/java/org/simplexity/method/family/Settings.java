package org.simplexity.method.family;

import java.util.List;
import org.simplexity.method.AnnealingKind;
import org.simplexity.method.AnnealingSettings;
import org.simplexity.method.OptimiserKind;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.ScheduleSettings;

/** Settings of searches over stripes. */
final class Settings {
  private Settings() {}

  static StructureFamilySettings of(
      ComplexityKind complexity, Levels levels, int epochs, double kappa) {
    return new StructureFamilySettings(
        epochs,
        15,
        2,
        complexity,
        List.of(),
        2,
        List.of(0.0, 0.5, 1.0),
        1e-3,
        kappa,
        new AnnealingSettings(AnnealingKind.LINEAR, 1, 0.2, List.of()),
        levels,
        OptimiserSettings.weights(),
        new OptimiserSettings(
            OptimiserKind.ADAM, 0.1, 0, 0.9, 0.999, 0, 0, 0, ScheduleSettings.constant()));
  }
}
