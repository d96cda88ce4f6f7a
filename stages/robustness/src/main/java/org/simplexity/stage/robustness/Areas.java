package org.simplexity.stage.robustness;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.simplexity.method.robustness.RobustnessCurve;
import org.simplexity.method.robustness.corruption.Corruption;

/**
 * The areas under curves as metrics.
 *
 * @param curves one a disturbance
 */
record Areas(List<RobustnessCurve> curves) {
  private static final Set<String> CORRUPTIONS =
      Arrays.stream(Corruption.values()).map(Corruption::toString).collect(Collectors.toSet());

  /** The accuracy of the undisturbed network, every area, and the mean area of corruptions. */
  Map<String, Double> all() {
    Map<String, Double> all = headline();
    curves.forEach(curve -> all.put(name(curve.perturbation()), curve.area()));
    return all;
  }

  /** The same without the single corruptions. */
  Map<String, Double> headline() {
    Map<String, Double> headline = new LinkedHashMap<>();
    for (RobustnessCurve curve : curves) {
      headline.put("robustness/undisturbed", curve.observations().get(0).accuracy());
      if (!CORRUPTIONS.contains(curve.perturbation())) {
        headline.put(name(curve.perturbation()), curve.area());
      }
    }
    OptionalDouble mean =
        curves.stream()
            .filter(curve -> CORRUPTIONS.contains(curve.perturbation()))
            .mapToDouble(RobustnessCurve::area)
            .average();
    mean.ifPresent(area -> headline.put(name("corruptions"), area));
    return headline;
  }

  private static String name(String what) {
    return "robustness/" + what + "/area";
  }
}
