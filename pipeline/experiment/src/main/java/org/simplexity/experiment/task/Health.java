package org.simplexity.experiment.task;

import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.method.GradientErrors;

/**
 * Metrics that tell whether the program computes what it should, whatever that does to accuracy.
 *
 * @param gradients errors of the gradients
 */
public record Health(GradientErrors gradients) {
  /** {@code check/gradient_error}, the largest error; left out if nothing could be measured. */
  public Map<String, Double> headline() {
    double largest = gradients.largest();
    return Double.isNaN(largest) ? Map.of() : Map.of("check/gradient_error", largest);
  }

  /** The error of every group, and how many groups could not be measured. */
  public Map<String, Double> details() {
    Map<String, Double> details = new LinkedHashMap<>();
    gradients.byGroup().forEach((group, error) -> details.put("check/gradient/" + group, error));
    details.put("check/gradient_groups_left_out", (double) gradients.leftOut());
    return details;
  }
}
