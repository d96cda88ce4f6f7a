package org.simplexity.method.weights;

import java.util.random.RandomGenerator;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.vector.GaussianVector.Penalty;

/** How weights w follow from parameters u: a point or a draw. Holds the last draw. */
sealed interface WeightModel permits PointModel, GaussianModel {
  /** Length of u. */
  int parameters();

  /** First u for first weights. */
  double[] initial(double[] weights);

  /** w(u, ε), written into {@code weights}. */
  void draw(FlatVector parameters, RandomGenerator random, FlatVector weights);

  /** ∂u of loss and penalty at the last draw, written into {@code target}. */
  void pullback(FlatVector parameters, FlatVector gradient, Penalty penalty, FlatVector target);
}
