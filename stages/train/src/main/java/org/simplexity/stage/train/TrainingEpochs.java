package org.simplexity.stage.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.experiment.task.EpochTask;
import org.simplexity.method.MethodState;
import org.simplexity.method.NetworkTraining;
import org.simplexity.method.Score;
import org.simplexity.method.TrainingEpoch;

/** Epochs of a training with their metrics. */
final class TrainingEpochs implements EpochTask {
  private final NetworkTraining training;

  TrainingEpochs(NetworkTraining training) {
    this.training = training;
  }

  @Override
  public Map<String, Double> epoch(int epoch) {
    TrainingEpoch result = training.epoch(epoch);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("train/loss", result.train().loss());
    values.put("train/accuracy", result.train().accuracy());
    Score validation = result.validation();
    if (validation != null) {
      values.put("validation/loss", validation.loss());
      values.put("validation/accuracy", validation.accuracy());
    }
    values.put("learning_rate", result.learningRate());
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
