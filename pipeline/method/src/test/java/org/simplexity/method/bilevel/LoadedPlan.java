package org.simplexity.method.bilevel;

import java.util.Random;
import java.util.stream.IntStream;
import org.simplexity.kernel.Engine;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Outcome;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Precision;

/** A network in double precision on one batch of random images. */
record LoadedPlan(Plan plan) implements AutoCloseable {
  static LoadedPlan of(Network network, int batch, Random random) {
    PlanSettings settings =
        PlanSettings.defaults(batch)
            .withPrecision(Precision.DOUBLE)
            .withThreads(1)
            .withEngine(Engine.REFERENCE);
    Plan plan = Plan.compile(network, settings);
    plan.statistics().copyFrom(network.initialStatistics());
    double[] images = random.doubles((long) batch * network.input().size(), -2, 2).toArray();
    plan.load(images, labels(images, network), batch);
    return new LoadedPlan(plan);
  }

  /** The first pixel, from -2 to 2, cut into equal classes. */
  private static int[] labels(double[] images, Network network) {
    int pixels = network.input().size();
    return IntStream.range(0, images.length / pixels)
        .map(i -> (int) ((images[i * pixels] + 2) / 4 * network.classes()))
        .toArray();
  }

  Gradients at(double[] weights, double[] structure, GradientTarget target) {
    plan.parameters().copyFrom(weights);
    plan.structure().copyFrom(structure);
    Outcome outcome = plan.gradients(target);
    return new Gradients(
        outcome.loss(),
        target.weights() ? plan.parameterGradients().toArray() : new double[0],
        target.structure() ? plan.structureGradients().toArray() : new double[0]);
  }

  @Override
  public void close() {
    plan.close();
  }
}
