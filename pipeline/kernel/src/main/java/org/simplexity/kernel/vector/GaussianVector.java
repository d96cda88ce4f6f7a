package org.simplexity.kernel.vector;

import java.util.random.RandomGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.simplexity.kernel.FlatVector;

/**
 * Independent Gaussian coordinates w_i = m_i + σ_i ε_i, ε_i ~ N(0, 1), with parameters u = (m, log
 * σ) laid end to end (Kingma and Welling 2014, §2.4).
 *
 * <p>Remembers its last draw, which the pullback needs. Noise comes from the ziggurat of Apache
 * Commons RNG. Vectors in single precision are worked on as they are, others through a copy in
 * double precision. Not safe for use by several threads at once.
 */
public final class GaussianVector {
  private final int length;
  private final Coordinates coordinates;

  /** The loops over all coordinates, in one precision. */
  interface Coordinates {
    void draw(FlatVector parameters, ContinuousSampler normal, FlatVector weights);

    void pullback(FlatVector parameters, FlatVector gradient, Penalty penalty, FlatVector target);
  }

  /**
   * A penalty that is added to the loss; κ is its weight.
   *
   * <p>Fixed: Σ ½ q (m² + σ²) − e log σ, plus a constant. With q = κ p and e = κ it is κ KL(N(m,
   * σ²) ‖ N(0, 1/p)); with q = 2 κ and e = 0 it is κ E‖w‖². Automatic: e Σ ½ log(1 + m² / σ²), the
   * least of κ KL over a precision p of every coordinate's own, e = κ.
   *
   * @param quadratic q; not used if automatic
   * @param entropy e
   * @param automatic whether precisions are those at which the divergence is least
   */
  public record Penalty(double quadratic, double entropy, boolean automatic) {
    /** No penalty. */
    public static final Penalty NONE = new Penalty(0, 0, false);
  }

  /**
   * A vector that has not been drawn.
   *
   * @param like a vector of the precision and of the length of w
   */
  public GaussianVector(FlatVector like) {
    this.length = like.length();
    this.coordinates =
        like instanceof FlatVector.Single ? new SingleGaussian(length) : new WideGaussian(length);
  }

  /** Length of w; u is twice as long. */
  public int length() {
    return length;
  }

  /**
   * w ← m + σ ε.
   *
   * @param parameters u
   * @param random where ε comes from; the same generator gives the same draw
   * @param weights w, changed
   */
  public void draw(FlatVector parameters, RandomGenerator random, FlatVector weights) {
    check(parameters, 2 * length);
    check(weights, length);
    UniformRandomProvider source = random::nextLong;
    coordinates.draw(parameters, ZigguratSampler.NormalizedGaussian.of(source), weights);
  }

  /**
   * ∂u of loss and penalty at the last draw: ∂m = ∂w + q m and ∂log σ = ∂w σ ε + q σ² − e, where q
   * of an automatic penalty is e / (m² + σ²).
   *
   * @param parameters u, as it was drawn from
   * @param gradient ∂w of the loss
   * @param penalty penalty
   * @param target ∂u, changed
   */
  public void pullback(
      FlatVector parameters, FlatVector gradient, Penalty penalty, FlatVector target) {
    check(parameters, 2 * length);
    check(gradient, length);
    check(target, 2 * length);
    coordinates.pullback(parameters, gradient, penalty, target);
  }

  private static void check(FlatVector vector, int length) {
    if (vector.length() != length) {
      throw new IllegalArgumentException(
          "a vector of length %d was given, %d is needed".formatted(vector.length(), length));
    }
  }
}
