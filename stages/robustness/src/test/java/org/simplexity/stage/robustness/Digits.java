package org.simplexity.stage.robustness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.simplexity.data.DataSettings;
import org.simplexity.data.ImageSet;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Seed;
import org.simplexity.data.source.ImagePreparation;
import org.simplexity.data.source.Progress;
import org.simplexity.exchange.Answers;
import org.simplexity.exchange.Evaluator;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.exchange.KernelEvaluator;
import org.simplexity.exchange.dl4j.Dl4jGraph;
import org.simplexity.exchange.numpy.NumpyWeights;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.NetworkTraining;
import org.simplexity.method.NetworkVectors;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.Start;
import org.simplexity.method.TrainingSettings;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.Edge;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;
import org.simplexity.space.GenotypeJson;
import org.simplexity.space.PlainNetworks;

/** Digits and a small network trained on them, as files of upstream runs. */
record Digits(Path folder, PreparedImages images, FinishedNetwork network) {
  static final String SPACE = "space: {cells: 2, nodes: 1, channels: 4}\n";

  private static final CellGenotype CELL =
      CellGenotype.of(1, List.of(new Edge(0, 2, "sep_conv_3x3"), new Edge(1, 2, "max_pool_3x3")));
  private static final Genotype GENOTYPE = new Genotype(CELL, CELL);
  private static final Shape SHAPE = new Shape(1, 8, 8);

  /** Trains for a few epochs, with normalised pools. */
  static Digits trained(Path folder) throws IOException {
    Files.createDirectories(folder);
    PreparedImages images =
        new ImagePreparation(folder, Progress.silent())
            .prepare(DataSettings.defaults(), new Seed(5));
    images.write(folder.resolve("images.bin"));
    CellSpaceSettings d = CellSpaceSettings.defaults();
    CellSpaceSettings settings =
        new CellSpaceSettings(2, 1, 4, d.operations(), d.stemMultiplier(), d.stemStride());
    Network network = new CellSpace(settings, SHAPE, 10).discrete(GENOTYPE, Form.INHERITED);
    TrainingSettings training =
        new TrainingSettings(
            5, 64, List.of(Start.SCRATCH), true, OptimiserSettings.weights(), 0, 0);
    try (NetworkTraining running =
        new NetworkTraining(
            network,
            NetworkVectors.fresh(network, new Seed(1)),
            new LabelledImages(images, DataSettings.defaults().augment()),
            training,
            new Conditions(2, new Seed(2)))) {
      IntStream.rangeClosed(1, 5).forEach(running::epoch);
      running.weights().write(folder.resolve("weights.npz"));
    }
    Files.writeString(folder.resolve("genotype.json"), GenotypeJson.write(GENOTYPE));
    return new Digits(folder, images, NumpyWeights.read(network, folder.resolve("weights.npz")));
  }

  /** Artifacts of data-prep. */
  Map<String, Path> data() {
    return Map.of("data/images.bin", folder.resolve("images.bin"));
  }

  /** Artifacts of train. */
  Map<String, Path> training() {
    return Map.of(
        "model/weights.npz",
        folder.resolve("weights.npz"),
        "genotype.json",
        folder.resolve("genotype.json"));
  }

  /** Accuracy on every so many test images, by another evaluator. */
  double accuracyOnEvenlySpread(int count) {
    ImageSet test = images.test();
    int[] chosen = IntStream.range(0, count).map(i -> i * test.size() / count).toArray();
    try (Evaluator evaluator = new KernelEvaluator(network, PlanSettings.defaults(100))) {
      return Answers.of(evaluator, test.select(chosen), images.statistics(), 100).accuracy();
    }
  }

  /** The network as a zip of DL4J. */
  Path zip(Path file) throws IOException {
    Dl4jGraph.write(network, file);
    return file;
  }

  /** A network for the same images that tells three classes apart. */
  static Path zipOfThreeClasses(Path file) throws IOException {
    Network network = PlainNetworks.perceptron(SHAPE, 4, 3);
    float[] weights = new float[network.parameters().length()];
    Dl4jGraph.write(new FinishedNetwork(network, weights, new float[0]), file);
    return file;
  }
}
