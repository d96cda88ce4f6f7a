package org.simplexity.kernel.optimise;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.DeviceVector;
import org.simplexity.kernel.FlatVector;

/**
 * Stochastic gradient descent with momentum, as {@code torch.optim.SGD} without dampening.
 *
 * <p>g' = scale · g + weightDecay · w, scale from {@link Clipping}; b = momentum · b + g', b = 0
 * before the first step; w = w − rate · b (Sutskever et al. 2013, in PyTorch's form: the rate
 * stands outside the moment).
 */
public final class Sgd implements UpdateRule {
  private static final String MOMENT = "moment";

  private final double momentum;
  private final FlatVector moment;
  private final @Nullable DeviceDirection direction;

  /**
   * A rule with a moment of zero.
   *
   * @param momentum share of the old moment, in [0, 1)
   * @param like a vector of the length and precision of the parameters
   */
  public Sgd(double momentum, FlatVector like) {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum " + momentum + " is not in [0, 1)");
    }
    this.momentum = momentum;
    this.moment = like.zerosLike();
    this.direction = like instanceof DeviceVector device ? new DeviceDirection(device) : null;
  }

  @Override
  public void apply(FlatVector parameters, FlatVector gradient, Step step) {
    Moments.checkLength(moment, parameters, gradient);
    if (direction != null
        && parameters instanceof DeviceVector w
        && moment instanceof DeviceVector b) {
      device(w, b, direction.of(w, gradient, step), step);
    } else if (parameters instanceof FlatVector.Single w
        && gradient instanceof FlatVector.Single g
        && moment instanceof FlatVector.Single b) {
      single(w.array(), g.array(), b.array(), step, Clipping.scale(gradient, step.largestNorm()));
    } else {
      general(parameters, gradient, step, Clipping.scale(gradient, step.largestNorm()));
    }
  }

  private void device(DeviceVector w, DeviceVector b, DeviceVector moved, Step step) {
    b.scale(momentum);
    b.add(1, moved);
    w.add(-step.rate(), b);
  }

  private void single(float[] w, float[] g, float[] b, Step step, double factor) {
    float rate = (float) step.rate();
    float decay = (float) step.weightDecay();
    float scale = (float) factor;
    float share = (float) momentum;
    for (int i = 0; i < w.length; i++) {
      float moved = share * b[i] + (scale * g[i] + decay * w[i]);
      b[i] = moved;
      w[i] -= rate * moved;
    }
  }

  private void general(FlatVector w, FlatVector g, Step step, double scale) {
    for (int i = 0; i < w.length(); i++) {
      double direction = scale * g.get(i) + step.weightDecay() * w.get(i);
      moment.set(i, momentum * moment.get(i) + direction);
      w.set(i, w.get(i) - step.rate() * moment.get(i));
    }
  }

  @Override
  public Map<String, double[]> state() {
    return Map.of(MOMENT, moment.toArray());
  }

  @Override
  public void restore(Map<String, double[]> state) {
    moment.copyFrom(Moments.saved(state, MOMENT, moment.length()));
  }
}
