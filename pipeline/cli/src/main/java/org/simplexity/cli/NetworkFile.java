package org.simplexity.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.ImageShape;
import org.simplexity.exchange.Evaluator;
import org.simplexity.exchange.ExchangeException;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.exchange.KernelEvaluator;
import org.simplexity.exchange.dl4j.Dl4jGraph;
import org.simplexity.exchange.numpy.NumpyWeights;
import org.simplexity.exchange.onnx.OnnxEvaluator;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.StageName;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;
import org.simplexity.space.CellSpace;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;
import org.simplexity.space.GenotypeJson;

/**
 * A network in a file; its kind follows from the name's ending.
 *
 * @param file the file
 * @param genotype the structure that weights belong to, or null
 */
record NetworkFile(Path file, @Nullable Path genotype) {
  private static final int BATCH = 100;

  private static final String STRUCTURE =
      "give the structure with --genotype FILE, and the experiment file (.yaml) as --data; for a"
          + " network of the stage hypernet the experiment file is enough";

  /** Checks that there is a file. */
  NetworkFile {
    if (!Files.isRegularFile(file)) {
      throw new ExchangeException(file + ": there is no such file");
    }
  }

  /** The format in a few words. */
  String kind() {
    return switch (ending()) {
      case "onnx" -> "ONNX model, in ONNX Runtime";
      case "npz" -> "NumPy weights, in our engine";
      default -> "DL4J network, in our engine";
    };
  }

  private String ending() {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * The network, ready for these images.
   *
   * @throws ExchangeException if the file is damaged or the network is for other images
   */
  Evaluator open(LabelledData data) throws IOException {
    Evaluator evaluator = opened(data);
    int classes = data.images().classes().size();
    if (evaluator.classes() != classes) {
      int known = evaluator.classes();
      evaluator.close();
      throw new ExchangeException(
          "%s tells %d classes apart, %s has %d"
              .formatted(file, known, data.images().name(), classes));
    }
    return evaluator;
  }

  private Evaluator opened(LabelledData data) throws IOException {
    ImageShape images = data.images().shape();
    Shape shape = new Shape(images.channels(), images.height(), images.width());
    return switch (ending()) {
      case "onnx" -> OnnxEvaluator.open(file, shape);
      case "npz" -> inKernel(weights(data, shape));
      default -> inKernel(Dl4jGraph.read(file, shape));
    };
  }

  private static Evaluator inKernel(FinishedNetwork network) {
    return new KernelEvaluator(network, PlanSettings.defaults(BATCH));
  }

  private FinishedNetwork weights(LabelledData data, Shape shape) throws IOException {
    Experiment experiment =
        data.experiment()
            .orElseThrow(() -> new ExchangeException(file + " holds weights only: " + STRUCTURE));
    if (genotype == null && experiment.stages().contains(StageName.HYPERNET)) {
      return NumpyWeights.read(
          experiment.hypernet().network().build(shape, data.images().classes().size()), file);
    }
    if (genotype == null) {
      throw new ExchangeException(file + " holds weights only: " + STRUCTURE);
    }
    CellSpace space = new CellSpace(experiment.space(), shape, data.images().classes().size());
    Genotype structure = GenotypeJson.read(Files.readString(genotype));
    try {
      return NumpyWeights.read(network(space, structure, experiment, Form.EVALUATION), file);
    } catch (ExchangeException fresh) {
      try { // networks that began with the supernet's weights have normalised pools
        return NumpyWeights.read(network(space, structure, experiment, Form.INHERITED), file);
      } catch (ExchangeException inherited) {
        throw fresh;
      }
    }
  }

  private static Network network(
      CellSpace space, Genotype genotype, Experiment experiment, Form form) {
    return space.blueprint(genotype, form, experiment.train().regularisation()).network();
  }
}
