package org.simplexity.report.pruning;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a network without some of its weights costs, measured; a row of the table {@value #TABLE} of
 * a run.
 *
 * @param model model whose weights they were
 * @param lambda complexity λ
 * @param seed seed of the experiment
 * @param removed share of the weights that is removed
 * @param accuracy share of test images that are recognised
 * @param fineTunedAccuracy the same after fine-tuning, or null if there was none
 * @param weights weights and biases that are not 0
 * @param parameters weights and biases of the network without its dead units
 * @param multiplyAdds multiply-adds of that network for one image
 * @param denseBytes bytes of its weights as a compressed archive
 * @param sparseBytes bytes of the same where a weight of 0 takes a bit
 * @param latency milliseconds that it takes for one image, median, one thread
 */
public record Remainder(
    String model,
    double lambda,
    long seed,
    double removed,
    double accuracy,
    @Nullable Double fineTunedAccuracy,
    long weights,
    long parameters,
    long multiplyAdds,
    long denseBytes,
    long sparseBytes,
    double latency) {
  /** Where a run keeps its table. */
  public static final String TABLE = "tables/remainders.json";

  /** Columns of the table, in the order of {@link #row}. */
  public static final List<String> COLUMNS =
      List.of(
          "model",
          "lambda",
          "seed",
          "removed",
          "accuracy",
          "fine_tuned_accuracy",
          "weights",
          "parameters",
          "multiply_adds",
          "dense_bytes",
          "sparse_bytes",
          "latency_ms");

  /** Its row in the table. */
  public List<@Nullable Object> row() {
    return Arrays.asList(
        model,
        lambda,
        seed,
        removed,
        accuracy,
        fineTunedAccuracy,
        weights,
        parameters,
        multiplyAdds,
        denseBytes,
        sparseBytes,
        latency);
  }
}
