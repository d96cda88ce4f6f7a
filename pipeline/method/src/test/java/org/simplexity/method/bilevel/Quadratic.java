package org.simplexity.method.bilevel;

import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.simplexity.kernel.GradientTarget;

/**
 * L = ½ wᵀHw + wᵀ(Bh + c) + ½ ‖h‖², Q = ½ (w − t)ᵀP(w − t) + wᵀDh + ½ ‖h − s‖² with random
 * symmetric positive definite H and P: w*(h) = −H⁻¹(Bh + c), ∇_h∇_w L = Bᵀ.
 */
record Quadratic(
    RealMatrix hessian,
    RealMatrix mixed,
    RealVector slope,
    RealMatrix outerHessian,
    RealMatrix outerMixed,
    RealVector target)
    implements SolvableProblem {
  static final int WEIGHTS = 6;
  static final int HYPERPARAMETERS = 4;
  private static final double OUTER_CENTRE = 0.7;

  /** The eigenvalues of H lie between 1 and 3 or a little above. */
  static Quadratic random(long seed) {
    Random random = new Random(seed);
    return new Quadratic(
        positive(random),
        matrix(random, WEIGHTS, HYPERPARAMETERS),
        vector(random, WEIGHTS),
        positive(random),
        matrix(random, WEIGHTS, HYPERPARAMETERS),
        vector(random, WEIGHTS));
  }

  /** The same, with L independent of h but for a constant. */
  Quadratic withoutCoupling() {
    RealMatrix none = mixed.scalarMultiply(0);
    return new Quadratic(hessian, none, slope, outerHessian, outerMixed, target);
  }

  /** The same, with Q independent of w. */
  Quadratic withoutWeightsOutside() {
    return new Quadratic(
        hessian,
        mixed,
        slope,
        outerHessian.scalarMultiply(0),
        outerMixed.scalarMultiply(0),
        target);
  }

  private static RealMatrix positive(Random random) {
    RealMatrix factor = matrix(random, WEIGHTS, WEIGHTS);
    RealMatrix square = factor.multiplyTransposed(factor);
    return MatrixUtils.createRealIdentityMatrix(WEIGHTS)
        .add(square.scalarMultiply(2 / square.getTrace()));
  }

  private static RealMatrix matrix(Random random, int rows, int columns) {
    double[][] entries = new double[rows][];
    for (int row = 0; row < rows; row++) {
      entries[row] = vector(random, columns).toArray();
    }
    return new Array2DRowRealMatrix(entries);
  }

  static RealVector vector(Random random, int length) {
    double[] entries = new double[length];
    for (int i = 0; i < length; i++) {
      entries[i] = random.nextGaussian();
    }
    return new ArrayRealVector(entries);
  }

  @Override
  public int weights() {
    return WEIGHTS;
  }

  @Override
  public int hyperparameters() {
    return HYPERPARAMETERS;
  }

  @Override
  public Gradients inner(double[] weights, double[] hyperparameters, GradientTarget wanted) {
    RealVector w = new ArrayRealVector(weights);
    RealVector h = new ArrayRealVector(hyperparameters);
    RealVector push = mixed.operate(h).add(slope);
    double value = w.dotProduct(hessian.operate(w)) / 2 + w.dotProduct(push) + h.dotProduct(h) / 2;
    return gradients(
        value, hessian.operate(w).add(push), mixed.transpose().operate(w).add(h), wanted);
  }

  @Override
  public Gradients outer(double[] weights, double[] hyperparameters, GradientTarget wanted) {
    RealVector w = new ArrayRealVector(weights);
    RealVector h = new ArrayRealVector(hyperparameters);
    RealVector away = w.subtract(target);
    RealVector off = h.mapSubtract(OUTER_CENTRE);
    double value =
        away.dotProduct(outerHessian.operate(away)) / 2
            + w.dotProduct(outerMixed.operate(h))
            + off.dotProduct(off) / 2;
    return gradients(
        value,
        outerHessian.operate(away).add(outerMixed.operate(h)),
        outerMixed.transpose().operate(w).add(off),
        wanted);
  }

  private static Gradients gradients(
      double value, RealVector weights, RealVector hyperparameters, GradientTarget wanted) {
    return new Gradients(
        value,
        wanted.weights() ? weights.toArray() : new double[0],
        wanted.structure() ? hyperparameters.toArray() : new double[0]);
  }

  @Override
  public double[] solution(double[] hyperparameters, double[] start) {
    RealVector push = mixed.operate(new ArrayRealVector(hyperparameters)).add(slope);
    return new CholeskyDecomposition(hessian).getSolver().solve(push.mapMultiply(-1)).toArray();
  }
}
