package org.simplexity.method.bilevel;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;
import org.simplexity.space.PlainNetworks;

/**
 * L = cross-entropy of one batch + Σ exp(a_g(i)) w_i², Q = that of another batch; h = a, one
 * log-precision a group of weights.
 *
 * <p>Few examples, so that a minimum can lie away from the kinks of the ReLUs, where Newton's
 * method finds it to the last digits.
 */
record RegularisedPerceptron(LoadedPlan train, LoadedPlan validation, List<Integer> groups)
    implements SolvableProblem, AutoCloseable {
  private static final int BATCH = 6;
  private static final double CONVERGED = 1e-12;

  /** One log-precision a layer's weights or biases. */
  static RegularisedPerceptron byLayer(Random random) {
    Network network = network();
    List<Slice> slices = network.parameters().slices();
    List<Integer> groups =
        slices.stream()
            .flatMap(s -> Collections.nCopies(s.length(), slices.indexOf(s)).stream())
            .toList();
    return new RegularisedPerceptron(
        LoadedPlan.of(network, BATCH, random), LoadedPlan.of(network, BATCH, random), groups);
  }

  /** One log-precision a weight. */
  static RegularisedPerceptron byWeight(Random random) {
    Network network = network();
    List<Integer> groups = IntStream.range(0, network.parameters().length()).boxed().toList();
    return new RegularisedPerceptron(
        LoadedPlan.of(network, BATCH, random), LoadedPlan.of(network, BATCH, random), groups);
  }

  private static Network network() {
    return PlainNetworks.perceptron(new Shape(1, 1, 4), 2, 2);
  }

  double[] weightsOf(Random random) {
    return train.plan().network().initialParameters(random);
  }

  @Override
  public int weights() {
    return groups.size();
  }

  @Override
  public int hyperparameters() {
    return groups.get(groups.size() - 1) + 1;
  }

  @Override
  public Gradients inner(double[] weights, double[] hyperparameters, GradientTarget target) {
    Gradients likelihood = train.at(weights, new double[0], GradientTarget.WEIGHTS);
    double value = likelihood.value();
    double[] slope = likelihood.weights();
    double[] precision = new double[hyperparameters.length];
    for (int i = 0; i < weights.length; i++) {
      int group = groups.get(i);
      double penalty = Math.exp(hyperparameters[group]) * weights[i] * weights[i];
      value += penalty;
      slope[i] += 2 * Math.exp(hyperparameters[group]) * weights[i];
      precision[group] += penalty;
    }
    return new Gradients(
        value,
        target.weights() ? slope : new double[0],
        target.structure() ? precision : new double[0]);
  }

  @Override
  public Gradients outer(double[] weights, double[] hyperparameters, GradientTarget target) {
    Gradients likelihood = validation.at(weights, new double[0], GradientTarget.WEIGHTS);
    return new Gradients(
        likelihood.value(),
        target.weights() ? likelihood.weights() : new double[0],
        target.structure() ? new double[hyperparameters.length] : new double[0]);
  }

  /** Newton's method; its Cholesky factor fails where the Hessian is not positive definite. */
  @Override
  public double[] solution(double[] hyperparameters, double[] start) {
    double[] weights = start.clone();
    double[] slope = slope(weights, hyperparameters);
    for (int i = 0; i < 30 && FlatAlgebra.norm(slope) > CONVERGED; i++) {
      RealMatrix hessian = hessian(weights, hyperparameters);
      double[] move =
          new CholeskyDecomposition(hessian, 1e-6, 1e-10)
              .getSolver()
              .solve(new ArrayRealVector(slope))
              .toArray();
      weights = FlatAlgebra.plus(weights, -1, move);
      slope = slope(weights, hyperparameters);
    }
    return weights;
  }

  /** Gradient descent, to where Newton's method can start. */
  double[] descend(double[] hyperparameters, double[] start) {
    double[] weights = start;
    for (int i = 0; i < 5000; i++) {
      weights = FlatAlgebra.plus(weights, -0.2, slope(weights, hyperparameters));
    }
    return weights;
  }

  double[] slope(double[] weights, double[] hyperparameters) {
    return inner(weights, hyperparameters, GradientTarget.WEIGHTS).weights();
  }

  RealMatrix hessian(double[] weights, double[] hyperparameters) {
    double step = 1e-6;
    double[][] columns = new double[weights.length][];
    for (int i = 0; i < weights.length; i++) {
      double[] unit = new double[weights.length];
      unit[i] = 1;
      columns[i] =
          FlatAlgebra.times(
              1 / (2 * step),
              FlatAlgebra.plus(
                  slope(FlatAlgebra.plus(weights, step, unit), hyperparameters),
                  -1,
                  slope(FlatAlgebra.plus(weights, -step, unit), hyperparameters)));
    }
    RealMatrix rows = new Array2DRowRealMatrix(columns);
    return rows.add(rows.transpose()).scalarMultiply(0.5);
  }

  @Override
  public void close() {
    train.close();
    validation.close();
  }
}
