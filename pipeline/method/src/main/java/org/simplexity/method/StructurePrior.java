package org.simplexity.method;

import java.util.Arrays;
import org.simplexity.method.distribution.Density;
import org.simplexity.method.distribution.Dirichlet;
import org.simplexity.method.distribution.Draw;
import org.simplexity.method.distribution.Estimate;
import org.simplexity.method.distribution.KullbackLeibler;
import org.simplexity.method.distribution.LogDensity;

/**
 * The symmetric Dirichlet prior of every edge as a penalty of the structure parameters.
 *
 * <p>For points: −weight · Σₑ ln Dir(γₑ; α). For distributions q: weight · Σₑ KL(q ‖ Dir(α)), exact
 * where q is a Dirichlet distribution itself; of other densities its unbiased estimate ln q(γₑ) −
 * ln Dir(γₑ; α) at the draw of the forward pass, with its reparametrised gradient. Densities are
 * taken in log γ, so α may be 1e-30 and γ a vertex.
 */
final class StructurePrior {
  private final StructurePriorSettings settings;
  private final int operations;
  private final int epochs;

  StructurePrior(StructurePriorSettings settings, int operations, int epochs) {
    this.settings = settings;
    this.operations = operations;
    this.epochs = epochs;
  }

  /** A penalty and its gradient with respect to the structure parameters. */
  static final class Penalty {
    private final double[] gradient;
    private double value;

    private Penalty(int length) {
      this.gradient = new double[length];
    }

    double value() {
      return value;
    }

    double[] gradient() {
      return gradient.clone();
    }

    /** Adds the gradient to the first coordinates of another. */
    void addTo(double[] other) {
      for (int i = 0; i < gradient.length; i++) {
        other[i] += gradient[i];
      }
    }
  }

  /** α in an epoch, counted from 1. */
  double concentration(int epoch) {
    return settings.concentration(epoch, epochs);
  }

  /**
   * The penalty at a draw.
   *
   * @param draw draw of all edges
   * @param theta structure parameters
   * @param epoch epoch, counted from 1
   */
  Penalty penalty(StructureDraw draw, double[] theta, int epoch) {
    Penalty penalty = new Penalty(theta.length);
    if (settings.isOn()) {
      int width = theta.length / draw.edges().size();
      for (int e = 0; e < draw.edges().size(); e++) {
        double[] own = Arrays.copyOfRange(theta, e * width, (e + 1) * width);
        add(penalty, e * width, edge(draw, e, own, epoch));
      }
    }
    return penalty;
  }

  private void add(Penalty penalty, int offset, LogDensity edge) {
    penalty.value -= settings.weight() * edge.value();
    double[] gradient = edge.theta();
    for (int i = 0; i < gradient.length; i++) {
      penalty.gradient[offset + i] -= settings.weight() * gradient[i];
    }
  }

  /** ln p, or ln p − ln q, or −KL(q ‖ p), of one edge, with the whole gradient as that of θ. */
  private LogDensity edge(StructureDraw draw, int number, double[] theta, int epoch) {
    Dirichlet dirichlet = new Dirichlet(operations, 1);
    double[] concentrations = new double[operations];
    Arrays.fill(concentrations, Math.log(concentration(epoch)));
    if (draw.distribution() instanceof Dirichlet posterior) {
      Estimate exact = KullbackLeibler.exact(posterior, theta, dirichlet, concentrations);
      double[] slope = new double[operations]; // none: it does not depend on the draw
      return new LogDensity(-exact.value(), negative(exact.posterior()), slope);
    }
    Draw own = draw.edges().get(number);
    double[] coordinates = own.coordinates();
    LogDensity prior = dirichlet.logDensity(concentrations, coordinates);
    double value = prior.value();
    double[] slope = prior.coordinates();
    double[] gradient = new double[theta.length];
    if (draw.distribution() instanceof Density density) {
      LogDensity posterior = density.logDensity(theta, coordinates);
      value -= posterior.value();
      double[] posteriorSlope = posterior.coordinates();
      double[] score = posterior.theta();
      for (int k = 0; k < slope.length; k++) {
        slope[k] -= posteriorSlope[k];
      }
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] -= score[i];
      }
    }
    double[] path = own.coordinatePullback(slope);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += path[i];
    }
    return new LogDensity(value, gradient, slope);
  }

  private static double[] negative(double[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }
}
