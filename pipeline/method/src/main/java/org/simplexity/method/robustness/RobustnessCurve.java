package org.simplexity.method.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Accuracy over the levels of one disturbance.
 *
 * @param perturbation its name in the tracker
 * @param scale what a level measures
 * @param observations by rising level from 0 on, at least two levels
 */
public record RobustnessCurve(String perturbation, String scale, List<Observation> observations) {
  /** Copies the observations and checks that there is something to integrate over. */
  public RobustnessCurve {
    observations = List.copyOf(observations);
    if (observations.stream().map(Observation::level).distinct().count() < 2) {
      throw new IllegalArgumentException(
          "observations of %s must be at 2 levels or more".formatted(perturbation));
    }
  }

  /** Mean accuracy over draws by level, in rising order. */
  public Map<Double, Double> means() {
    return observations.stream()
        .collect(
            Collectors.groupingBy(
                Observation::level,
                TreeMap::new,
                Collectors.averagingDouble(Observation::accuracy)));
  }

  /**
   * Area under the curve of mean accuracies a₀, a₁, … at levels l₀ = 0, l₁, … rising to lₙ by
   * trapezoids, Σ (lᵢ₊₁ − lᵢ)(aᵢ + aᵢ₊₁) / 2 / lₙ: a constant accuracy has its own value. The mean
   * over draws of the area of each is the same.
   */
  public double area() {
    List<Map.Entry<Double, Double>> points = new ArrayList<>(means().entrySet());
    double sum = 0;
    for (int i = 1; i < points.size(); i++) {
      double width = points.get(i).getKey() - points.get(i - 1).getKey();
      sum += width * (points.get(i).getValue() + points.get(i - 1).getValue()) / 2;
    }
    double range = points.get(points.size() - 1).getKey() - points.get(0).getKey();
    return sum / range;
  }
}
