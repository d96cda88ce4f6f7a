package org.simplexity.stage.hypernet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.simplexity.experiment.task.EpochTask;
import org.simplexity.method.MethodState;
import org.simplexity.method.Score;
import org.simplexity.method.weights.FamilyEpoch;
import org.simplexity.method.weights.FamilyTraining;
import org.simplexity.method.weights.OptimumGap;

/**
 * Epochs of a fitting with their metrics.
 *
 * @param training fitting
 * @param split split of the scores by λ
 */
record FamilyEpochs(FamilyTraining training, String split) implements EpochTask {
  @Override
  public Map<String, Double> epoch(int epoch) {
    FamilyEpoch result = training.epoch(epoch);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("train/loss", result.train().loss());
    values.put("train/accuracy", result.train().accuracy());
    values.putAll(byLambda(split, result.byLambda()));
    result
        .gaps()
        .forEach(
            (lambda, gap) -> {
              values.put("gap/lambda_%s/criterion".formatted(lambda), gap.criterion());
              values.put("gap/lambda_%s/objective".formatted(lambda), gap.objective());
            });
    if (!result.gaps().isEmpty()) {
      values.put("gap/criterion", mean(result, OptimumGap::criterion));
      values.put("gap/objective", mean(result, OptimumGap::objective));
    }
    values.put("learning_rate", result.learningRate());
    return values;
  }

  /** Mean over λ. */
  private static double mean(FamilyEpoch epoch, ToDoubleFunction<OptimumGap> part) {
    return epoch.gaps().values().stream().mapToDouble(part).average().orElse(Double.NaN);
  }

  /** Loss and accuracy of a split, one metric a λ: {@code test/lambda_0.01/accuracy}. */
  static Map<String, Double> byLambda(String split, Map<Double, Score> scores) {
    Map<String, Double> values = new LinkedHashMap<>();
    scores.forEach(
        (lambda, score) -> {
          String name = "%s/lambda_%s".formatted(split, lambda);
          values.put(name + "/loss", score.loss());
          values.put(name + "/accuracy", score.accuracy());
        });
    return values;
  }

  @Override
  public MethodState state() {
    return training.state();
  }

  @Override
  public void restore(MethodState state) {
    training.restore(state);
  }
}
