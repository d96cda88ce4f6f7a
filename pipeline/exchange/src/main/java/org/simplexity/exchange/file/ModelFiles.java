package org.simplexity.exchange.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.simplexity.data.ChannelStatistics;
import org.simplexity.data.ImageSet;
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
import org.simplexity.kernel.Network;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a trained network in the formats of others, and reloads every file: over the test images
 * each must reach the accuracy that is logged.
 *
 * <p>The ONNX model runs in ONNX Runtime. The zip runs in our own engine over all test images, and
 * in DL4J over the first 256: DL4J takes 0.1 s for one image of 32 × 32 in a network of 8 cells.
 */
public final class ModelFiles {
  private static final Logger LOG = LoggerFactory.getLogger(ModelFiles.class);

  private static final int ASKED_OF_DL4J = 256;

  private final Path folder;
  private final PreparedImages images;
  private final ChannelStatistics normalisation;
  private final PlanSettings settings;

  /**
   * Prepares to write.
   *
   * @param folder where files go
   * @param images images of which the test split is asked about
   * @param normalisation what the network reads of a pixel
   * @param settings batch and threads
   */
  public ModelFiles(
      Path folder, PreparedImages images, ChannelStatistics normalisation, PlanSettings settings) {
    this.folder = folder;
    this.images = images;
    this.normalisation = normalisation;
    this.settings = settings;
  }

  /** The weights, {@code weights.npz}; whoever trained them writes them. */
  public Path weights() {
    return folder.resolve(NetworkFiles.NUMPY);
  }

  /** The ONNX model, {@code network.onnx}. */
  public Path onnx() {
    return folder.resolve(NetworkFiles.ONNX);
  }

  /** The computation graph of DL4J, {@code network.zip}. */
  public Path dl4j() {
    return folder.resolve(NetworkFiles.DL4J);
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
  public Map<String, Double> write(String experiment, Network network, double accuracy)
      throws IOException {
    FinishedNetwork trained = NumpyWeights.read(network, weights());
    Answers answers = answers(new KernelEvaluator(trained, settings), images.test());
    answers.checkAccuracy("weights.npz", accuracy);
    ModelCard card = new ModelCard(experiment, images.classes(), normalisation);
    NetworkFiles.write(trained, card, folder);
    Shape shape = network.input();
    Map<String, Double> metrics = new LinkedHashMap<>();
    Evaluator onnx = OnnxEvaluator.open(onnx(), shape);
    metrics.put("exchange/onnx_difference", check(onnx(), answers, images.test(), onnx));
    metrics.put("exchange/dl4j_difference", checkDl4j(answers, shape));
    return metrics;
  }

  private double checkDl4j(Answers answers, Shape shape) {
    Evaluator converted = new KernelEvaluator(Dl4jGraph.read(dl4j(), shape), settings);
    double ours = check(dl4j(), answers, images.test(), converted);
    int[] few = IntStream.range(0, Math.min(ASKED_OF_DL4J, answers.images())).toArray();
    Evaluator dl4j = Dl4jEvaluator.open(dl4j(), shape);
    double theirs = check(dl4j(), answers.first(few.length), images.test().select(few), dl4j);
    return Math.max(ours, theirs);
  }

  private double check(Path file, Answers trained, ImageSet set, Evaluator reloaded) {
    String name = file.getFileName().toString();
    long start = System.nanoTime();
    Agreement agreement = Agreement.of(name, trained, answers(reloaded, set));
    LOG.info(
        "Reloaded {} in {}: accuracy {} on {} images, logits differ by at most {}; {} s",
        name,
        reloaded.getClass().getSimpleName(),
        agreement.accuracy(),
        set.size(),
        agreement.largestDifference(),
        (System.nanoTime() - start) / 1e9);
    return agreement.largestDifference();
  }

  private Answers answers(Evaluator evaluator, ImageSet set) {
    try (evaluator) {
      return Answers.of(evaluator, set, normalisation, settings.batch());
    }
  }
}
