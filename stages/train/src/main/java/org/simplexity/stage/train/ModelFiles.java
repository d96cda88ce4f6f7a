package org.simplexity.stage.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.data.PreparedImages;
import org.simplexity.exchange.Agreement;
import org.simplexity.exchange.Answers;
import org.simplexity.exchange.Evaluator;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.exchange.KernelEvaluator;
import org.simplexity.exchange.ModelCard;
import org.simplexity.exchange.dl4j.Dl4jEvaluator;
import org.simplexity.exchange.dl4j.Dl4jGraph;
import org.simplexity.exchange.numpy.NumpyWeights;
import org.simplexity.exchange.onnx.OnnxEvaluator;
import org.simplexity.exchange.onnx.OnnxModel;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a trained network in the formats of others, and reloads every file: over the test images
 * each must reach the accuracy that is logged, the one in ONNX Runtime, the other in DL4J.
 */
final class ModelFiles {
  private static final Logger LOG = LoggerFactory.getLogger(ModelFiles.class);

  private final Path folder;
  private final PreparedImages images;
  private final PlanSettings settings;

  /**
   * Prepares to write.
   *
   * @param folder where files go
   * @param images images of which the test split is asked about
   * @param settings batch and threads
   */
  ModelFiles(Path folder, PreparedImages images, PlanSettings settings) {
    this.folder = folder;
    this.images = images;
    this.settings = settings;
  }

  /** The weights, {@code weights.npz}; the training writes them. */
  Path weights() {
    return folder.resolve("weights.npz");
  }

  /** The ONNX model, {@code network.onnx}. */
  Path onnx() {
    return folder.resolve("network.onnx");
  }

  /** The computation graph of DL4J, {@code network.zip}. */
  Path dl4j() {
    return folder.resolve("network.zip");
  }

  /**
   * Reads the weights back, writes the other files from them, and reloads those.
   *
   * @param experiment name of the experiment
   * @param network network that was trained
   * @param accuracy its accuracy on the test split
   * @return metrics: the largest difference of logits of each file
   * @throws IOException if a file cannot be written
   * @throws IllegalStateException if a file does not compute what was trained
   */
  Map<String, Double> write(String experiment, Network network, double accuracy)
      throws IOException {
    FinishedNetwork trained = NumpyWeights.read(network, weights());
    Answers answers = answers(new KernelEvaluator(trained, settings));
    answers.checkAccuracy("weights.npz", accuracy);
    ModelCard card = new ModelCard(experiment, images.classes(), images.statistics());
    OnnxModel.write(trained, card.texts(), onnx());
    Dl4jGraph.write(trained, dl4j());
    Shape shape = network.input();
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(
        "exchange/onnx_difference", check(onnx(), answers, OnnxEvaluator.open(onnx(), shape)));
    metrics.put(
        "exchange/dl4j_difference", check(dl4j(), answers, Dl4jEvaluator.open(dl4j(), shape)));
    return metrics;
  }

  private double check(Path file, Answers trained, Evaluator reloaded) {
    String name = file.getFileName().toString();
    long start = System.nanoTime();
    Agreement agreement = Agreement.of(name, trained, answers(reloaded));
    LOG.info(
        "Reloaded {}: test accuracy {}, logits differ by at most {}; {} s",
        name,
        agreement.accuracy(),
        agreement.largestDifference(),
        (System.nanoTime() - start) / 1e9);
    return agreement.largestDifference();
  }

  private Answers answers(Evaluator evaluator) {
    try (evaluator) {
      return Answers.of(evaluator, images.test(), images.statistics(), settings.batch());
    }
  }
}
