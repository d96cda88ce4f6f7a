package org.simplexity.method.bilevel;

import java.util.List;
import java.util.Random;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;

/** The weights of a small supernet on one batch as L, its γ on another as Q. */
record CellProblem(LoadedPlan train, LoadedPlan validation)
    implements BilevelProblem, AutoCloseable {
  private static final int BATCH = 5;
  private static final int CLASSES = 3;

  static CellProblem random(Random random) {
    List<String> operations = List.of("none", "max_pool_3x3", "skip_connect", "sep_conv_3x3");
    CellSpaceSettings settings = new CellSpaceSettings(2, 2, 2, operations, 1, 1);
    Network network = new CellSpace(settings, new Shape(1, 5, 5), CLASSES).supernet();
    return new CellProblem(
        LoadedPlan.of(network, BATCH, random), LoadedPlan.of(network, BATCH, random));
  }

  double[] weightsOf(Random random) {
    return train.plan().network().initialParameters(random);
  }

  double[] structureOf(Random random) {
    return random.doubles(hyperparameters(), 0.1, 0.4).toArray();
  }

  @Override
  public int weights() {
    return train.plan().parameters().length();
  }

  @Override
  public int hyperparameters() {
    return train.plan().structure().length();
  }

  @Override
  public Gradients inner(double[] weights, double[] hyperparameters, GradientTarget target) {
    return train.at(weights, hyperparameters, target);
  }

  @Override
  public Gradients outer(double[] weights, double[] hyperparameters, GradientTarget target) {
    return validation.at(weights, hyperparameters, target);
  }

  @Override
  public void close() {
    train.close();
    validation.close();
  }
}
