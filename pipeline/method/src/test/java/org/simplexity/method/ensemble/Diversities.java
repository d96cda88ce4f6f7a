package org.simplexity.method.ensemble;

import java.util.List;
import org.simplexity.data.Seed;
import org.simplexity.method.AnnealingKind;
import org.simplexity.method.AnnealingSettings;
import org.simplexity.method.OptimiserKind;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.ScheduleSettings;
import org.simplexity.method.family.Derivation;
import org.simplexity.space.CellSpace;

/** Settings and optimal structures over stripes. */
final class Diversities {
  private Diversities() {}

  static DiversitySettings settings(int epochs, double penalty, boolean warm) {
    return new DiversitySettings(
        epochs,
        15,
        2,
        3,
        0.5,
        penalty,
        warm,
        1e-3,
        new AnnealingSettings(AnnealingKind.LINEAR, 1, 0.2, List.of()),
        OptimiserSettings.weights(),
        new OptimiserSettings(
            OptimiserKind.ADAM, 0.05, 0, 0.9, 0.999, 0, 0, 0, ScheduleSettings.constant()));
  }

  static OptimalStructure optimum(CellSpace space, Derivation derivation) {
    return new OptimalStructure(space, gamma(space), derivation);
  }

  /** Shares that add up to 1 on every edge. */
  static double[] gamma(CellSpace space) {
    int operations = space.structure().operations().size();
    double[] numbers = new Seed(8).generator().doubles(space.structure().length(), 0, 3).toArray();
    return new Softmax(operations).of(numbers);
  }
}
