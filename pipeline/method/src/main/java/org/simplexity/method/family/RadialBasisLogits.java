package org.simplexity.method.family;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.simplexity.method.distribution.SoftmaxPoint;

/**
 * α(S) = Σ_r c_r(S) a_r, c(S) = softmax_r(−‖S − s_r‖²), for prices S on the simplex of K operations
 * (vector complexity, "architecture of the solution").
 *
 * <p>Learned are the logits a_r of every edge and operation and the reference points s_r =
 * softmax(z_r) by way of z_r, so that these stay inside the simplex; the document leaves open how
 * they do. a is z_1, …, z_R and then a_1, …, a_R. The first K points start near the vertices, the
 * next at the centre, the others uniformly on the simplex.
 *
 * <p>No two c differ by more than a factor of e², since no two points of the simplex are farther
 * apart than √2: differences between structures lie in the size of the a_r.
 *
 * @param operations K
 * @param edges edges of both cell types
 * @param references R, at least K + 2
 */
public record RadialBasisLogits(int operations, int edges, int references)
    implements StructureHypernetwork {
  /** Reference points beyond one an operation that there are at least. */
  static final int LEAST_EXTRA = 2;

  /** Share of its own operation at a point that starts near a vertex. */
  private static final double NEAR = 0.9;

  /** Checks the bounds. */
  public RadialBasisLogits {
    if (operations < 1 || edges < 1) {
      throw new IllegalArgumentException(
          "operations %d and edges %d must be at least 1".formatted(operations, edges));
    }
    if (references < operations + LEAST_EXTRA) {
      throw new IllegalArgumentException(
          "references %d must be at least operations %d + %d"
              .formatted(references, operations, LEAST_EXTRA));
    }
  }

  @Override
  public int conditionLength() {
    return operations;
  }

  @Override
  public int logitCount() {
    return edges * operations;
  }

  @Override
  public int parameterCount() {
    return references * (operations + logitCount());
  }

  @Override
  public double[] initial(double scale, RandomGenerator random) {
    double[] parameters = new double[parameterCount()];
    for (int r = 0; r < references; r++) {
      double[] point = firstPoint(r, random);
      for (int k = 0; k < operations; k++) {
        parameters[r * operations + k] = Math.log(point[k]);
      }
    }
    for (int i = references * operations; i < parameters.length; i++) {
      parameters[i] = scale * random.nextGaussian();
    }
    return parameters;
  }

  private double[] firstPoint(int r, RandomGenerator random) {
    if (r > operations) {
      return new UniformSimplex(operations).draw(random);
    }
    double[] point = new double[operations];
    Arrays.fill(point, (r == operations ? 1 : 1 - NEAR) / operations);
    if (r < operations) {
      point[r] += NEAR;
    }
    return point;
  }

  /**
   * s_r.
   *
   * @param parameters a
   * @param r which, from 0
   */
  public double[] reference(double[] parameters, int r) {
    return new SoftmaxPoint(operations).centre(place(parameters, r));
  }

  private double[] place(double[] parameters, int r) {
    return Arrays.copyOfRange(parameters, r * operations, (r + 1) * operations);
  }

  /** Index of the first coordinate of a_r among the parameters. */
  private int offset(int r) {
    return references * operations + r * logitCount();
  }

  /** −‖S − s_r‖² of every r. */
  private double[] closeness(double[] condition, double[] parameters) {
    double[] closeness = new double[references];
    for (int r = 0; r < references; r++) {
      double[] point = reference(parameters, r);
      for (int k = 0; k < operations; k++) {
        double difference = condition[k] - point[k];
        closeness[r] -= difference * difference;
      }
    }
    return closeness;
  }

  @Override
  public double[] logits(double[] condition, double[] parameters) {
    Lengths.check("prices", condition, operations);
    Lengths.check("parameters", parameters, parameterCount());
    double[] weights = new SoftmaxPoint(references).centre(closeness(condition, parameters));
    double[] logits = new double[logitCount()];
    for (int r = 0; r < references; r++) {
      int offset = offset(r);
      for (int i = 0; i < logits.length; i++) {
        logits[i] += weights[r] * parameters[offset + i];
      }
    }
    return logits;
  }

  @Override
  public double[] pullback(double[] condition, double[] parameters, double[] gradient) {
    Lengths.check("prices", condition, operations);
    Lengths.check("parameters", parameters, parameterCount());
    Lengths.check("gradient", gradient, logitCount());
    SoftmaxPoint softmax = new SoftmaxPoint(references);
    double[] closeness = closeness(condition, parameters);
    double[] weights = softmax.centre(closeness);
    double[] ofWeights = new double[references];
    double[] result = new double[parameters.length];
    for (int r = 0; r < references; r++) {
      int offset = offset(r);
      for (int i = 0; i < gradient.length; i++) {
        ofWeights[r] += parameters[offset + i] * gradient[i];
        result[offset + i] = weights[r] * gradient[i];
      }
    }
    double[] ofCloseness = softmax.centrePullback(closeness, ofWeights);
    for (int r = 0; r < references; r++) {
      double[] ofPlace = ofPlace(condition, place(parameters, r), ofCloseness[r]);
      System.arraycopy(ofPlace, 0, result, r * operations, operations);
    }
    return result;
  }

  /** ∂z = (∂s/∂z)ᵀ 2 (S − s) ∂u of u = −‖S − s‖². */
  private double[] ofPlace(double[] condition, double[] place, double ofCloseness) {
    SoftmaxPoint softmax = new SoftmaxPoint(operations);
    double[] point = softmax.centre(place);
    double[] ofPoint = new double[operations];
    for (int k = 0; k < operations; k++) {
      ofPoint[k] = 2 * (condition[k] - point[k]) * ofCloseness;
    }
    return softmax.centrePullback(place, ofPoint);
  }
}
