package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellSpace;
import org.simplexity.space.Edge;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;

class NetworkTrainingTest {
  private static final LabelledImages IMAGES = Stripes.images();
  private static final CellSpace SPACE = Stripes.space();
  private static final Conditions CONDITIONS = new Conditions(2, new Seed(3));
  private static final CellGenotype CELL =
      CellGenotype.of(
          2,
          List.of(
              new Edge(0, 2, "sep_conv_3x3"),
              new Edge(1, 2, "max_pool_3x3"),
              new Edge(0, 3, "skip_connect"),
              new Edge(2, 3, "max_pool_3x3")));
  private static final Genotype GENOTYPE = new Genotype(CELL, CELL);

  @TempDir private Path folder;

  private static TrainingSettings settings(int epochs, boolean includeValidation) {
    return new TrainingSettings(
        epochs, 15, List.of(Start.SCRATCH), includeValidation, OptimiserSettings.weights(), 0, 0);
  }

  private static NetworkTraining training(TrainingSettings settings) {
    Network network = SPACE.discrete(GENOTYPE, Form.EVALUATION);
    NetworkVectors start = NetworkVectors.fresh(network, new Seed(9));
    return new NetworkTraining(network, start, IMAGES, settings, CONDITIONS);
  }

  @Test
  void learnsToTellStripesApart() {
    try (NetworkTraining training = training(settings(25, false))) {
      for (int epoch = 1; epoch <= 25; epoch++) {
        training.epoch(epoch);
      }
      assertThat(training.test().accuracy()).isGreaterThan(0.8);
    }
  }

  @Test
  void scoresTheValidationSplitOnlyWhereItIsNotTrainedOn() {
    try (NetworkTraining held = training(settings(1, false));
        NetworkTraining all = training(settings(1, true))) {
      assertThat(held.epoch(1).validation()).isNotNull();
      assertThat(all.epoch(1).validation()).isNull();
    }
  }

  @Test
  void goesOnBitForBitFromAState() {
    try (NetworkTraining undisturbed = training(settings(3, true));
        NetworkTraining stopped = training(settings(3, true));
        NetworkTraining resumed = training(settings(3, true))) {
      undisturbed.epoch(1);
      undisturbed.epoch(2);
      stopped.epoch(1);
      resumed.restore(stopped.state());
      resumed.epoch(2);
      assertThat(resumed.epoch(3)).isEqualTo(undisturbed.epoch(3));
      assertThat(resumed.test()).isEqualTo(undisturbed.test());
    }
  }

  @Test
  void savedWeightsGiveTheSameScoreAgain() throws IOException {
    Network network = SPACE.discrete(GENOTYPE, Form.EVALUATION);
    try (NetworkTraining training = training(settings(2, true))) {
      training.epoch(1);
      training.epoch(2);
      Path file = folder.resolve("weights.npz");
      training.weights().write(file);
      NetworkVectors read = NetworkVectors.inherited(network, NetworkWeights.read(file), network);
      Score score =
          Evaluation.score(
              network,
              read,
              new double[0],
              new Evaluation.Subject(IMAGES.prepared().test(), IMAGES, 15),
              CONDITIONS);
      assertThat(score).isEqualTo(training.test());
    }
  }

  @Test
  void anInheritedNetworkComputesWhatTheSupernetDoesAtAVertex() {
    Network supernet = SPACE.supernet();
    Seed seed = new Seed(4);
    NetworkWeights weights =
        NetworkWeights.of(
            supernet,
            floats(supernet.initialParameters(seed.generator())),
            floats(supernet.initialStatistics()));
    CellGenotype all =
        CellGenotype.of(
            2,
            SPACE.edges().stream()
                .map(edge -> new Edge(edge.from(), edge.to(), "sep_conv_3x3"))
                .toList());
    Genotype vertex = new Genotype(all, all);
    double[] gamma = new double[SPACE.structure().length()];
    for (int i = 3; i < gamma.length; i += 4) {
      gamma[i] = 1;
    }
    DiscretisationGap gap = new DiscretisationGap(SPACE, vertex, gamma);
    DiscretisationGap.Subject subject = new DiscretisationGap.Subject(IMAGES, weights, CONDITIONS);
    SearchSettings settings = SearchSettings.defaults();
    assertThat(gap.discrete(subject, settings).loss())
        .isCloseTo(gap.supernet(subject, settings).loss(), within(1e-5));
  }

  @Test
  void namesAWeightThatCannotBeInherited() {
    Network supernet = SPACE.supernet();
    NetworkWeights weights =
        NetworkWeights.of(
            supernet,
            floats(supernet.initialParameters(new Seed(1).generator())),
            floats(supernet.initialStatistics()));
    CellGenotype foreign =
        CellGenotype.of(1, List.of(new Edge(0, 2, "conv_3x3"), new Edge(1, 2, "skip_connect")));
    Network other = SPACE.discrete(new Genotype(foreign, foreign), Form.INHERITED);
    assertThatThrownBy(() -> NetworkVectors.inherited(supernet, weights, other))
        .hasMessageContaining("edge.0-2.conv_3x3")
        .hasMessageContaining("nothing to inherit");
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
