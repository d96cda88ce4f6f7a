package org.simplexity.stage.train;

import jakarta.inject.Inject;
import java.io.IOException;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Upstream;
import org.simplexity.kernel.Network;
import org.simplexity.method.Conditions;
import org.simplexity.method.NetworkVectors;
import org.simplexity.method.NetworkWeights;
import org.simplexity.space.CellSpace;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;

/** Builds the discrete network in the form and with the weights that the task starts from. */
final class StartingPoint {
  private final Experiment experiment;
  private final Upstream upstream;

  @Inject
  StartingPoint(Experiment experiment, Upstream upstream) {
    this.experiment = experiment;
    this.upstream = upstream;
  }

  /** A network and its first weights. */
  record Start(Network network, NetworkVectors vectors) {}

  Start of(CellSpace space, Genotype genotype, Conditions conditions) throws IOException {
    return switch (only()) {
      case SCRATCH -> fresh(network(space, genotype, Form.EVALUATION), conditions);
      case INHERITED -> inherited(space, network(space, genotype, Form.INHERITED), conditions);
    };
  }

  private Network network(CellSpace space, Genotype genotype, Form form) {
    return space.blueprint(genotype, form, experiment.train().regularisation()).network();
  }

  private org.simplexity.method.Start only() {
    if (experiment.train().start().size() != 1) {
      throw new IllegalArgumentException(
          "train.start %s: one task trains from one start; give it with --cell train.start=[scratch]"
              .formatted(experiment.train().start()));
    }
    return experiment.train().start().get(0);
  }

  private static Start fresh(Network network, Conditions conditions) {
    return new Start(network, NetworkVectors.fresh(network, conditions.seed()));
  }

  private Start inherited(CellSpace space, Network network, Conditions conditions)
      throws IOException {
    NetworkWeights weights =
        NetworkWeights.read(upstream.artifact("search", "supernet/weights.npz"));
    return new Start(
        network, NetworkVectors.inherited(space.supernet(), weights, network, conditions.seed()));
  }
}
