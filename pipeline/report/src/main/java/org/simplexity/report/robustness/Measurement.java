package org.simplexity.report.robustness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One accuracy of a disturbed network; a row of the table {@value #TABLE} of a run.
 *
 * @param perturbation name of the disturbance, such as {@code weight_noise}
 * @param scale what its level measures
 * @param level amount; 0 for none
 * @param draw repetition, from 1
 * @param accuracy share of images that are recognised
 */
public record Measurement(
    String perturbation, String scale, double level, int draw, double accuracy) {
  /** Where a run keeps its table. */
  public static final String TABLE = "tables/robustness.json";

  /** Columns of the table, in the order of {@link #row}. */
  public static final List<String> COLUMNS =
      List.of("perturbation", "level", "draw", "accuracy", "scale");

  /** Its row in the table. */
  public List<@Nullable Object> row() {
    return List.of(perturbation, level, draw, accuracy, scale);
  }

  /**
   * The name of a disturbance for people: {@code Weight noise}.
   *
   * @param perturbation name of the disturbance
   */
  public static String title(String perturbation) {
    String words = perturbation.replace('_', ' ').replace("jpeg", "JPEG");
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
