package org.simplexity.method.ensemble;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.simplexity.kernel.Network;
import org.simplexity.method.Conditions;
import org.simplexity.method.MethodState;
import org.simplexity.method.NetworkTraining;
import org.simplexity.method.NetworkVectors;
import org.simplexity.method.NetworkWeights;
import org.simplexity.method.Score;
import org.simplexity.method.Start;
import org.simplexity.method.TrainingEpoch;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;

/** A network of one structure in training, from scratch or from the weights of a supernet. */
final class Member implements AutoCloseable {
  private final StudySubject subject;
  private final MemberSettings settings;
  private final Start start;
  private final Network network;
  private final NetworkTraining training;

  /**
   * Compiles it.
   *
   * @param subject space and images
   * @param settings training
   * @param genotype structure
   * @param weights weights of the supernet that it inherits from; empty for a fresh start
   * @param conditions threads, and the seed of its weights and batches
   */
  Member(
      StudySubject subject,
      MemberSettings settings,
      Genotype genotype,
      Optional<NetworkWeights> weights,
      Conditions conditions) {
    this.subject = subject;
    this.settings = settings;
    this.start = weights.isEmpty() ? Start.SCRATCH : Start.INHERITED;
    Form form = weights.isEmpty() ? Form.EVALUATION : Form.INHERITED;
    this.network = subject.space().discrete(genotype, form);
    NetworkVectors first =
        weights
            .map(all -> NetworkVectors.inherited(subject.space().supernet(), all, network))
            .orElseGet(() -> NetworkVectors.fresh(network, conditions.seed().child("weights")));
    this.training =
        new NetworkTraining(network, first, subject.images(), settings.training(start), conditions);
  }

  /** Runs an epoch, or nothing where only statistics are estimated again. */
  Map<String, Double> epoch(int epoch) {
    Map<String, Double> values = new LinkedHashMap<>();
    if (epoch <= settings.epochs(start)) {
      TrainingEpoch result = training.epoch(epoch);
      values.put("member/train/loss", result.train().loss());
      values.put("member/train/accuracy", result.train().accuracy());
      Score validation = result.validation();
      if (validation != null) {
        values.put("member/validation/loss", validation.loss());
        values.put("member/validation/accuracy", validation.accuracy());
      }
    }
    return values;
  }

  /** Estimates the running statistics of inherited weights again. */
  void recalibrate() {
    if (start == Start.INHERITED) {
      training.refreshStatistics();
    }
  }

  NetworkWeights weights() {
    return training.weights();
  }

  /** What it predicts for the validation split. */
  ClassProbabilities validation() {
    return predict(subject.validation(settings.batch()));
  }

  /** What it predicts for the test split. */
  ClassProbabilities test() {
    return predict(subject.test(settings.batch()));
  }

  private ClassProbabilities predict(ClassProbabilities.Subject images) {
    return ClassProbabilities.of(
        network,
        NetworkVectors.inherited(network, weights(), network),
        images,
        subject.conditions());
  }

  /** Multiply-adds of the forward passes of training, and of the statistics estimated again. */
  double multiplyAdds() {
    double steps = (double) settings.epochs(start) * subject.steps(settings.batch());
    double again = start == Start.INHERITED ? NetworkTraining.REFRESHING_STEPS : 0;
    return (steps + again) * settings.batch() * network.multiplyAdds();
  }

  /** Multiply-adds of predicting the validation split. */
  double multiplyAddsOfValidation() {
    return (double) subject.images().prepared().validation().size() * network.multiplyAdds();
  }

  MethodState state() {
    return training.state();
  }

  void restore(MethodState state) {
    training.restore(state);
  }

  @Override
  public void close() {
    training.close();
  }
}
