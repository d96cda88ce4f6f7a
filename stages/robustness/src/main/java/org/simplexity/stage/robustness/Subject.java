package org.simplexity.stage.robustness;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.simplexity.data.ImageShape;
import org.simplexity.data.PreparedImages;
import org.simplexity.exchange.ExchangeException;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.exchange.dl4j.Dl4jGraph;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Upstream;
import org.simplexity.experiment.task.Inputs;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.archive.NamedArray;
import org.simplexity.kernel.archive.NumpyArchive;
import org.simplexity.method.robustness.EdgeRemoval;
import org.simplexity.method.robustness.PixelScale;
import org.simplexity.method.robustness.TrainedNetwork;
import org.simplexity.space.CellSpace;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;

/** Finds the network that is disturbed: what was trained upstream, or a file of the user's. */
final class Subject {
  private final Experiment experiment;
  private final Inputs inputs;
  private final Upstream upstream;

  @Inject
  Subject(Experiment experiment, Inputs inputs, Upstream upstream) {
    this.experiment = experiment;
    this.inputs = inputs;
    this.upstream = upstream;
  }

  /**
   * A network, how it reads pixels, and its edges if they are known.
   *
   * @param network the network with its numbers
   * @param pixels in which numbers it reads pixels
   * @param edges removal of its edges
   */
  record Found(TrainedNetwork network, PixelScale pixels, Optional<EdgeRemoval> edges) {}

  /**
   * The network.
   *
   * @param images images that it is asked about
   * @throws IOException if its files cannot be fetched
   * @throws ExchangeException if the user's file is damaged or for other images
   */
  Found find(PreparedImages images) throws IOException {
    String file = experiment.robustness().network();
    return file == null ? trained(images) : given(Path.of(file), images);
  }

  private Found trained(PreparedImages images) throws IOException {
    CellSpace space = inputs.space(images);
    Genotype genotype = inputs.genotype("train");
    Map<String, NamedArray> arrays =
        NumpyArchive.read(upstream.artifact("train", "model/weights.npz"));
    Form form = form(space, genotype, arrays);
    return new Found(
        TrainedNetwork.of(space.discrete(genotype, form), arrays),
        PixelScale.NORMALISED,
        Optional.of(new EdgeRemoval(space, genotype, form)));
  }

  /** Networks that began with the supernet's weights have normalised pools; others have not. */
  private static Form form(CellSpace space, Genotype genotype, Map<String, NamedArray> arrays) {
    boolean normalisedPools =
        space.discrete(genotype, Form.INHERITED).parameters().slices().stream()
            .allMatch(slice -> arrays.containsKey(slice.name()));
    return normalisedPools ? Form.INHERITED : Form.EVALUATION;
  }

  private Found given(Path file, PreparedImages images) {
    ImageShape shape = images.shape();
    FinishedNetwork read =
        Dl4jGraph.read(file, new Shape(shape.channels(), shape.height(), shape.width()));
    int classes = images.classes().size();
    if (read.network().classes() != classes) {
      throw new ExchangeException(
          "robustness.network: %s tells %d classes apart, %s has %d"
              .formatted(file, read.network().classes(), images.name(), classes));
    }
    return new Found(
        TrainedNetwork.of(read.network(), read.parameters(), read.statistics(), read.structure()),
        experiment.robustness().pixels(),
        Optional.empty());
  }
}
