package org.simplexity.stage.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.data.Augmentation;
import org.simplexity.data.DataSettings;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Seed;
import org.simplexity.data.source.ImagePreparation;
import org.simplexity.data.source.Progress;
import org.simplexity.exchange.Agreement;
import org.simplexity.exchange.Answers;
import org.simplexity.exchange.Evaluator;
import org.simplexity.exchange.dl4j.Dl4jEvaluator;
import org.simplexity.exchange.file.ModelFiles;
import org.simplexity.exchange.onnx.OnnxEvaluator;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.NetworkTraining;
import org.simplexity.method.NetworkVectors;
import org.simplexity.method.TrainingSettings;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.Edge;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;

/** Networks with every operation, trained on real digits: every file reaches what was logged. */
@TestInstance(Lifecycle.PER_CLASS)
class ModelFilesTest {
  private static final int EPOCHS = 3;
  private static final CellGenotype CELL =
      CellGenotype.of(
          4,
          List.of(
              new Edge(0, 2, "sep_conv_3x3"),
              new Edge(1, 2, "sep_conv_5x5"),
              new Edge(0, 3, "dil_conv_3x3"),
              new Edge(2, 3, "dil_conv_5x5"),
              new Edge(0, 4, "skip_connect"),
              new Edge(1, 4, "max_pool_3x3"),
              new Edge(1, 5, "avg_pool_3x3"),
              new Edge(2, 5, "skip_connect")));

  @TempDir private Path folder;
  private PreparedImages images;

  @BeforeAll
  void prepare() throws IOException {
    images =
        new ImagePreparation(folder, Progress.silent())
            .prepare(DataSettings.defaults(), new Seed(5));
  }

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"INHERITED", "EVALUATION"})
  void everyFileReloadedReachesTheAccuracyThatWasLogged(Form form) throws IOException {
    CellSpace space =
        new CellSpace(
            new CellSpaceSettings(2, 4, 4, List.of("sep_conv_3x3"), 3, 1), new Shape(1, 8, 8), 10);
    Network network = space.discrete(new Genotype(CELL, CELL), form);
    PlanSettings settings = PlanSettings.defaults(96).withThreads(1);
    ModelFiles files = new ModelFiles(folder, images, images.statistics(), settings);
    double logged = train(network, files);
    Map<String, Double> differences = files.write("digits", network, logged);
    assertThat(differences)
        .containsOnlyKeys("exchange/onnx_difference", "exchange/dl4j_difference")
        .allSatisfy(
            (name, difference) -> assertThat(difference).isBetween(0.0, Agreement.TOLERANCE));
    assertThat(accuracy(OnnxEvaluator.open(files.onnx(), network.input()))).isEqualTo(logged);
    assertThat(accuracy(Dl4jEvaluator.open(files.dl4j(), network.input()))).isEqualTo(logged);
    assertThatThrownBy(() -> files.write("digits", network, logged - 0.1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("weights.npz", String.valueOf(logged), "was logged");
  }

  private double train(Network network, ModelFiles files) throws IOException {
    NetworkVectors start = NetworkVectors.fresh(network, new Seed(1));
    LabelledImages labelled = new LabelledImages(images, Augmentation.defaults());
    Conditions conditions = new Conditions(1, new Seed(2));
    try (NetworkTraining training =
        new NetworkTraining(network, start, labelled, TrainingSettings.defaults(), conditions)) {
      for (int epoch = 1; epoch <= EPOCHS; epoch++) {
        training.epoch(epoch);
      }
      training.weights().write(files.weights());
      double accuracy = training.test().accuracy();
      assertThat(accuracy).as("the network has learned something").isGreaterThan(0.5);
      return accuracy;
    }
  }

  private double accuracy(Evaluator evaluator) {
    try (evaluator) {
      return Answers.of(evaluator, images.test(), images.statistics(), 100).accuracy();
    }
  }
}
