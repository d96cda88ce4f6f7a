package org.simplexity.method.controller;

import java.util.ArrayList;
import java.util.List;

/** One run of a controller: its choices, their probability, and the way back to the parameters. */
public final class Trajectory {
  private final Controller controller;
  private final double[] parameters;
  private final List<LstmStep> steps = new ArrayList<>();
  private final List<Softmax> distributions = new ArrayList<>();
  private final List<Integer> choices = new ArrayList<>();

  Trajectory(Controller controller, double[] parameters) {
    this.controller = controller;
    this.parameters = parameters;
  }

  void add(LstmStep step, Softmax softmax, int choice) {
    boolean possible =
        choice >= 0 && choice < softmax.shares().length && softmax.shares()[choice] > 0;
    if (!possible) {
      throw new IllegalArgumentException(
          "choice %d at place %d is none that the controller can make"
              .formatted(choice, choices.size()));
    }
    steps.add(step);
    distributions.add(softmax);
    choices.add(choice);
  }

  int choice(int place) {
    return choices.get(place);
  }

  /** The choices, one a decision. */
  public int[] choices() {
    return choices.stream().mapToInt(Integer::intValue).toArray();
  }

  /** ln p(choices). */
  public double logProbability() {
    double sum = 0;
    for (int t = 0; t < choices.size(); t++) {
      sum += Math.log(distributions.get(t).shares()[choices.get(t)]);
    }
    return sum;
  }

  /** Σ_t H(π_t) of the decisions on the way, in nats. */
  public double entropy() {
    return distributions.stream().mapToDouble(Softmax::entropy).sum();
  }

  /**
   * a ∇ ln p(choices) + b ∇ Σ_t H(π_t), the choices held fixed: with a the reward less a baseline,
   * a draw of the policy gradient (Williams 1992, §4).
   *
   * @param ofLogProbability a
   * @param ofEntropy b
   * @return gradient in the order of the controller's parameters
   */
  public double[] gradient(double ofLogProbability, double ofEntropy) {
    int units = controller.units();
    double[] sum = new double[controller.parameterCount()];
    LstmState carried = LstmState.zero(units);
    for (int t = choices.size() - 1; t >= 0; t--) {
      double[] slopes = distributions.get(t).gradient(choices.get(t), ofLogProbability, ofEntropy);
      double[] ofHidden = throughLogits(t, slopes, carried.hidden(), sum);
      LstmStep.Back back = steps.get(t).back(new LstmState(ofHidden, carried.cell()), sum);
      int input = controller.input(t, this);
      for (int unit = 0; unit < units; unit++) {
        sum[input + unit] += back.input()[unit];
      }
      carried = back.before();
    }
    return sum;
  }

  private double[] throughLogits(int place, double[] slopes, double[] carried, double[] sum) {
    double[] hidden = steps.get(place).after().hidden();
    double[] ofHidden = carried.clone();
    for (int k = 0; k < slopes.length; k++) {
      sum[controller.bias(place, k)] += slopes[k];
      int row = controller.row(place, k);
      for (int unit = 0; unit < hidden.length; unit++) {
        sum[row + unit] += slopes[k] * hidden[unit];
        ofHidden[unit] += slopes[k] * parameters[row + unit];
      }
    }
    return ofHidden;
  }

  /** The first choice at which the cumulative probability exceeds a number of [0, 1). */
  static int inverse(double[] shares, double uniform) {
    double sum = 0;
    int last = -1;
    for (int k = 0; k < shares.length; k++) {
      sum += shares[k];
      if (shares[k] > 0) {
        last = k;
        if (uniform < sum) {
          return k;
        }
      }
    }
    return last;
  }
}
