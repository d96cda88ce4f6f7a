package org.simplexity.kernel.optimise;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.DeviceVector;
import org.simplexity.kernel.FlatVector;

/**
 * Adam with bias correction (Kingma and Ba 2015, algorithm 1), as {@code torch.optim.Adam}.
 *
 * <p>g' = scale · g + weightDecay · w, scale from {@link Clipping}; m = β₁ m + (1 − β₁) g'; v = β₂
 * v + (1 − β₂) g'²; w = w − rate · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε) at step t = 1, 2, ….
 */
public final class Adam implements UpdateRule {
  private static final String FIRST = "first_moment";
  private static final String SECOND = "second_moment";
  private static final String STEPS = "steps";

  private final Decay decay;
  private final FlatVector first;
  private final FlatVector second;
  private final @Nullable DeviceDirection direction;
  private int steps;

  /**
   * The constants of the rule.
   *
   * @param beta1 share of the old first moment, in [0, 1)
   * @param beta2 share of the old second moment, in [0, 1)
   * @param epsilon added to the root, positive
   */
  public record Decay(double beta1, double beta2, double epsilon) {
    private static final double EPSILON = 1e-8;

    /** Checks the bounds. */
    public Decay {
      if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1 && epsilon > 0)) {
        throw new IllegalArgumentException(
            "beta1 %s and beta2 %s must lie in [0, 1), epsilon %s above 0"
                .formatted(beta1, beta2, epsilon));
      }
    }

    /** These shares with ε = 1e-8. */
    public static Decay of(double beta1, double beta2) {
      return new Decay(beta1, beta2, EPSILON);
    }
  }

  /**
   * A rule with moments of zero.
   *
   * @param decay constants
   * @param like a vector of the length and precision of the parameters
   */
  public Adam(Decay decay, FlatVector like) {
    this.decay = decay;
    this.first = like.zerosLike();
    this.second = like.zerosLike();
    this.direction = like instanceof DeviceVector device ? new DeviceDirection(device) : null;
  }

  @Override
  public void apply(FlatVector parameters, FlatVector gradient, Step step) {
    Moments.checkLength(first, parameters, gradient);
    steps++;
    double root = Math.sqrt(1 - Math.pow(decay.beta2(), steps));
    double rate = step.rate() / (1 - Math.pow(decay.beta1(), steps));
    if (direction != null
        && parameters instanceof DeviceVector w
        && first instanceof DeviceVector m
        && second instanceof DeviceVector v) {
      device(new DeviceState(w, m, v), direction.of(w, gradient, step), rate, root);
      return;
    }
    double scale = Clipping.scale(gradient, step.largestNorm());
    if (parameters instanceof FlatVector.Single w
        && gradient instanceof FlatVector.Single g
        && first instanceof FlatVector.Single m
        && second instanceof FlatVector.Single v) {
      Arrays arrays = new Arrays(w.array(), g.array(), m.array(), v.array());
      single(arrays, step, (float) scale, rate, root);
    } else {
      general(parameters, gradient, step, scale, rate, root);
    }
  }

  private record DeviceState(DeviceVector w, DeviceVector m, DeviceVector v) {}

  private void device(DeviceState state, DeviceVector moved, double rate, double root) {
    state.m().scale(decay.beta1());
    state.m().add(1 - decay.beta1(), moved);
    moved.square();
    state.v().scale(decay.beta2());
    state.v().add(1 - decay.beta2(), moved);
    moved.copyFrom(state.v());
    moved.divideRoot(state.m(), 1 / root, decay.epsilon());
    state.w().add(-rate, moved);
  }

  @SuppressWarnings("ArrayRecordComponent") // the vectors' own arrays, passed on at once
  private record Arrays(float[] w, float[] g, float[] m, float[] v) {}

  private void single(Arrays arrays, Step step, float scale, double rate, double root) {
    float[] w = arrays.w();
    float[] g = arrays.g();
    float[] m = arrays.m();
    float[] v = arrays.v();
    float beta1 = (float) decay.beta1();
    float beta2 = (float) decay.beta2();
    float epsilon = (float) decay.epsilon();
    float shrink = (float) step.weightDecay();
    float corrected = (float) rate;
    float inverseRoot = (float) (1 / root);
    for (int i = 0; i < w.length; i++) {
      float direction = scale * g[i] + shrink * w[i];
      m[i] = beta1 * m[i] + (1 - beta1) * direction;
      v[i] = beta2 * v[i] + (1 - beta2) * direction * direction;
      w[i] -= corrected * m[i] / ((float) Math.sqrt(v[i]) * inverseRoot + epsilon);
    }
  }

  private void general(
      FlatVector w, FlatVector g, Step step, double scale, double rate, double root) {
    for (int i = 0; i < w.length(); i++) {
      double direction = scale * g.get(i) + step.weightDecay() * w.get(i);
      first.set(i, decay.beta1() * first.get(i) + (1 - decay.beta1()) * direction);
      second.set(i, decay.beta2() * second.get(i) + (1 - decay.beta2()) * direction * direction);
      double spread = Math.sqrt(second.get(i)) / root + decay.epsilon();
      w.set(i, w.get(i) - rate * first.get(i) / spread);
    }
  }

  @Override
  public Map<String, double[]> state() {
    return Map.of(FIRST, first.toArray(), SECOND, second.toArray(), STEPS, new double[] {steps});
  }

  @Override
  public void restore(Map<String, double[]> state) {
    first.copyFrom(Moments.saved(state, FIRST, first.length()));
    second.copyFrom(Moments.saved(state, SECOND, second.length()));
    steps = (int) Moments.saved(state, STEPS, 1)[0];
  }
}
