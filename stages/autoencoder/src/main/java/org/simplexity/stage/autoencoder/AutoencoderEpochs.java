package org.simplexity.stage.autoencoder;

import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.experiment.task.EpochTask;
import org.simplexity.method.MethodState;
import org.simplexity.method.autoencoder.AutoencoderEpoch;
import org.simplexity.method.autoencoder.AutoencoderTraining;
import org.simplexity.method.autoencoder.Elbo;

/**
 * Epochs of a fitting with their metrics.
 *
 * @param training fitting
 */
record AutoencoderEpochs(AutoencoderTraining training) implements EpochTask {
  @Override
  public Map<String, Double> epoch(int epoch) {
    AutoencoderEpoch result = training.epoch(epoch);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("train/loss", result.loss());
    values.putAll(bound("train", result.train()));
    values.put("train/relevance_kl", result.train().relevance());
    values.putAll(bound("validation", result.validation().elbo()));
    values.put("latent/active", (double) result.validation().active());
    values.put("learning_rate", result.learningRate());
    return values;
  }

  /** The bound of a split and its terms: {@code test/elbo}. */
  static Map<String, Double> bound(String split, Elbo elbo) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(split + "/elbo", elbo.value());
    values.put(split + "/reconstruction", elbo.reconstruction());
    values.put(split + "/kl", elbo.divergence());
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
