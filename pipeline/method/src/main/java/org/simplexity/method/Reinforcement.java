package org.simplexity.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Precision;
import org.simplexity.method.controller.Controller;
import org.simplexity.method.controller.Trajectory;

/**
 * Parameters θ of a controller that climb E[R(choices)] + β E Σ_t H(π_t) by REINFORCE (Williams
 * 1992; Zoph and Le 2017, §3.2): of M draws, (1/M) Σ ((R − b) ∇ ln p(choices) + β ∇ Σ_t H(π_t)).
 *
 * <p>The baseline b is a moving average, b ← d b + (1 − d) R̄ after every step, of the mean rewards
 * R̄; it begins with that of the first step. The entropy's gradient is that at the draws; Pham et
 * al. 2018 add the entropy to the reward instead.
 */
final class Reinforcement {
  private static final String NAME = "controller";
  private static final String BASELINE = "controller.baseline";

  private final Controller controller;
  private final ControllerSettings settings;
  private final FlatVector parameters;
  private final FlatVector gradient;
  private final Optimisation optimisation;
  private double baseline = Double.NaN;

  /**
   * A controller at its start.
   *
   * @param controller controller
   * @param settings how it learns
   * @param initial its first parameters
   * @param epochs epochs of the optimiser's schedule
   */
  Reinforcement(Controller controller, ControllerSettings settings, double[] initial, int epochs) {
    this.controller = controller;
    this.settings = settings;
    this.parameters = FlatVector.zeros(controller.parameterCount(), Precision.DOUBLE);
    parameters.copyFrom(initial);
    this.gradient = parameters.zerosLike();
    this.optimisation = new Optimisation(settings.optimiser(), epochs, parameters, gradient);
  }

  /** Draws one sequence of choices. */
  Trajectory draw(RandomGenerator random) {
    return controller.draw(parameters.toArray(), random);
  }

  /**
   * Draws, asks for rewards and moves the parameters once.
   *
   * @param reward R of choices
   * @param epoch epoch, counted from 1
   * @param random source of the draws
   * @return mean reward of the draws
   */
  double take(ToDoubleFunction<int[]> reward, int epoch, RandomGenerator random) {
    double[] theta = parameters.toArray();
    List<Trajectory> drawn = new ArrayList<>();
    double[] rewards = new double[settings.samples()];
    double mean = 0;
    for (int m = 0; m < rewards.length; m++) {
      drawn.add(controller.draw(theta, random));
      rewards[m] = reward.applyAsDouble(drawn.get(m).choices());
      mean += rewards[m] / rewards.length;
    }
    baseline = Double.isNaN(baseline) ? mean : baseline;
    move(drawn, rewards, epoch);
    baseline = settings.baselineDecay() * baseline + (1 - settings.baselineDecay()) * mean;
    return mean;
  }

  private void move(List<Trajectory> drawn, double[] rewards, int epoch) {
    double[] sum = new double[parameters.length()];
    for (int m = 0; m < rewards.length; m++) {
      double[] up = drawn.get(m).gradient(rewards[m] - baseline, settings.entropyWeight());
      for (int i = 0; i < sum.length; i++) {
        sum[i] -= up[i] / rewards.length;
      }
    }
    gradient.copyFrom(sum);
    optimisation.step(epoch);
  }

  /** b; not a number before the first step. */
  double baseline() {
    return baseline;
  }

  void save(Map<String, double[]> arrays) {
    arrays.put(NAME, parameters.toArray());
    arrays.put(BASELINE, new double[] {baseline});
    optimisation.save(NAME + ".optimiser", arrays);
  }

  void restore(MethodState state) {
    parameters.copyFrom(state.array(NAME));
    baseline = state.array(BASELINE)[0];
    optimisation.restore(NAME + ".optimiser", state);
  }
}
