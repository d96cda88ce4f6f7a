package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.Edge;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;

/** Training with an auxiliary head and drop-path. */
class RegularisedTrainingTest {
  private static final int SIZE = 12;
  private static final LabelledImages IMAGES = Stripes.images(SIZE);
  private static final CellSpace SPACE =
      new CellSpace(
          new CellSpaceSettings(2, 2, 4, List.of("sep_conv_3x3", "skip_connect"), 2, 1),
          new Shape(1, SIZE, SIZE),
          3);
  private static final CellGenotype CELL =
      CellGenotype.of(
          2,
          List.of(
              new Edge(0, 2, "sep_conv_3x3"),
              new Edge(1, 2, "skip_connect"),
              new Edge(0, 3, "skip_connect"),
              new Edge(2, 3, "sep_conv_3x3")));
  private static final Genotype GENOTYPE = new Genotype(CELL, CELL);

  private static TrainingSettings settings(double auxiliary, double dropPath) {
    return settings(15, auxiliary, dropPath);
  }

  private static TrainingSettings settings(int batch, double auxiliary, double dropPath) {
    return new TrainingSettings(
        3, batch, List.of(Start.SCRATCH), true, OptimiserSettings.weights(), auxiliary, dropPath);
  }

  private static Network network(TrainingSettings settings, Form form) {
    return SPACE.blueprint(GENOTYPE, form, settings.regularisation()).network();
  }

  private static NetworkTraining training(TrainingSettings settings, int threads) {
    Network network = network(settings, Form.EVALUATION);
    NetworkVectors start = NetworkVectors.fresh(network, new Seed(9));
    Conditions conditions = new Conditions(threads, new Seed(3));
    return new NetworkTraining(network, start, IMAGES, settings, conditions);
  }

  @Test
  void goesOnBitForBitFromAStateOnAnyNumberOfThreads() {
    TrainingSettings settings = settings(0.4, 0.5);
    try (NetworkTraining undisturbed = training(settings, 2);
        NetworkTraining stopped = training(settings, 2);
        NetworkTraining resumed = training(settings, 1)) {
      undisturbed.epoch(1);
      TrainingEpoch second = undisturbed.epoch(2);
      stopped.epoch(1);
      resumed.restore(stopped.state());
      assertThat(resumed.epoch(2)).isEqualTo(second);
      assertThat(resumed.epoch(3)).isEqualTo(undisturbed.epoch(3));
      assertThat(resumed.test()).isEqualTo(undisturbed.test());
    }
  }

  @Test
  void aTrainingWhoseGradientsAreCheckedIsTheSameTrainingToTheLastBit() {
    TrainingSettings settings = settings(0.4, 0.5);
    try (NetworkTraining plain = training(settings, 2);
        NetworkTraining checked = training(settings, 1)) {
      checked.gradientErrors();
      assertThat(checked.epoch(1)).isEqualTo(plain.epoch(1));
      checked.gradientErrors();
      assertThat(checked.epoch(2)).isEqualTo(plain.epoch(2));
      GradientErrors errors = checked.gradientErrors();
      plain
          .state()
          .arrays()
          .forEach((name, array) -> assertThat(checked.state().array(name)).isEqualTo(array));
      assertThat(errors.byGroup())
          .containsKeys(
              "sep_conv_3x3/depthwise",
              "sep_conv_3x3/batch_normalisation",
              "auxiliary/convolution",
              "auxiliary/dense",
              "classifier/dense");
      assertThat(errors.largest()).isLessThan(0.02);
    }
  }

  @Test
  void dropPathRisesLinearlyFromZero() {
    TrainingSettings settings = settings(0, 0.3);
    assertThat(settings.dropPathProbability(1)).isZero();
    assertThat(settings.dropPathProbability(2)).isCloseTo(0.1, within(1e-12));
    assertThat(settings.dropPathProbability(3)).isCloseTo(0.2, within(1e-12));
    try (NetworkTraining with = training(settings, 2);
        NetworkTraining without = training(settings(0, 0), 2)) {
      assertThat(with.epoch(1).train().loss())
          .isCloseTo(without.epoch(1).train().loss(), within(1e-6));
      assertThat(with.epoch(2).train()).isNotEqualTo(without.epoch(2).train());
    }
  }

  @Test
  void theAuxiliaryHeadCountsInTheLossOfTraining() {
    // All images in one step, so the loss is that of the first weights, which are the same.
    try (NetworkTraining with = training(settings(150, 0.4, 0), 2);
        NetworkTraining without = training(settings(150, 0, 0), 2)) {
      double difference = with.epoch(1).train().loss() - without.epoch(1).train().loss();
      // An untrained head over three classes: about log 3 nats.
      assertThat(difference / 0.4).isCloseTo(Math.log(3), within(0.3));
    }
  }

  @Test
  void whatIsTrainedOnlyRestsInTheCounts() {
    Network plain = network(settings(0, 0), Form.EVALUATION);
    Network both = network(settings(0.4, 0.2), Form.EVALUATION);
    assertThat(both.parameterCount()).isEqualTo(plain.parameters().length());
    assertThat(both.multiplyAdds()).isEqualTo(plain.multiplyAdds());
    assertThat(both.auxiliaryParameterCount()).isPositive();
  }

  @Test
  void theHeadOfAnInheritedNetworkStartsAfresh() {
    Network supernet = SPACE.supernet();
    Seed seed = new Seed(4);
    NetworkWeights weights =
        NetworkWeights.of(
            supernet,
            floats(supernet.initialParameters(seed.generator())),
            floats(supernet.initialStatistics()));
    Network target = network(settings(0.4, 0), Form.INHERITED);
    NetworkVectors vectors = NetworkVectors.inherited(supernet, weights, target, new Seed(7));
    Slice stem = target.parameters().slice("stem.convolution_1.weight");
    Slice own = supernet.parameters().slice("stem.convolution_1.weight");
    assertThat((float) vectors.parameters()[stem.offset()])
        .isEqualTo((float) supernet.initialParameters(seed.generator())[own.offset()]);
    Slice head = target.parameters().slice("auxiliary.dense_1.weight");
    double[] fresh = target.initialParameters(new Seed(7).generator());
    assertThat(vectors.parameters()[head.offset()]).isEqualTo(fresh[head.offset()]).isNotZero();
    assertThatThrownBy(() -> NetworkVectors.inherited(supernet, weights, target))
        .hasMessageContaining("nothing to inherit for auxiliary.");
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
