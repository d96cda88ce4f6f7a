package org.simplexity.method.controller;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A recurrent network over sequences of decisions: p(choices) = Π_t π_t(choice_t | earlier choices)
 * (Zoph and Le 2017, §3.1; Pham et al. 2018, §2.1).
 *
 * <p>An LSTM reads the embedding of the choice before, at first a vector of its own; a softmax over
 * logits ℓ = c tanh((V_t h_t + b_t) / T) makes the choice. Every decision has its own V_t, b_t and
 * embeddings. With all parameters 0, all choices are alike. Deviation: Pham et al. choose input
 * nodes by attention to the hidden units at which they were made.
 *
 * <p>Flat parameters: LSTM, first input [H], then of every decision its embeddings [options][H],
 * V_t [options][H] and b_t [options].
 */
public final class Controller {
  private static final double INITIAL_RANGE = 0.1;

  private final List<Decision> decisions;
  private final int units;
  private final LogitShape shape;
  private final List<Integer> offsets = new ArrayList<>();
  private final int length;

  /**
   * A controller; it holds no numbers.
   *
   * @param decisions decisions in their order
   * @param units hidden units H
   * @param shape temperature and bound of logits
   */
  public Controller(List<Decision> decisions, int units, LogitShape shape) {
    this.decisions = List.copyOf(decisions);
    this.units = units;
    this.shape = shape;
    int end = LstmStep.length(units) + units;
    for (Decision decision : this.decisions) {
      offsets.add(end);
      end += decision.options() * (2 * units + 1);
    }
    this.length = end;
  }

  /** Number of parameters. */
  public int parameterCount() {
    return length;
  }

  /**
   * Parameters to start from, uniform between −0.1 and 0.1 as in Pham et al. 2018, §3.
   *
   * @param random source of the numbers
   */
  public double[] initial(RandomGenerator random) {
    return random.doubles(length, -INITIAL_RANGE, INITIAL_RANGE).toArray();
  }

  /**
   * Draws choices.
   *
   * @param parameters parameters; they are not copied and must not change while the result is used
   * @param random source of the choices
   */
  public Trajectory draw(double[] parameters, RandomGenerator random) {
    return run(parameters, (place, shares) -> Trajectory.inverse(shares, random.nextDouble()));
  }

  /**
   * Makes given choices.
   *
   * @param parameters as in {@link #draw}
   * @param choices one a decision
   * @throws IllegalArgumentException if a choice has probability 0
   */
  public Trajectory follow(double[] parameters, int[] choices) {
    int[] copy = choices.clone();
    return run(parameters, (place, shares) -> copy[place]);
  }

  private interface Chooser {
    int choose(int place, double[] shares);
  }

  private Trajectory run(double[] parameters, Chooser chooser) {
    if (parameters.length != length) {
      throw new IllegalArgumentException(
          "parameters %d of a controller with %d".formatted(parameters.length, length));
    }
    Trajectory trajectory = new Trajectory(this, parameters);
    LstmState state = LstmState.zero(units);
    int input = LstmStep.length(units);
    for (int t = 0; t < decisions.size(); t++) {
      double[] x = Arrays.copyOfRange(parameters, input, input + units);
      LstmStep step = LstmStep.of(parameters, x, state);
      state = step.after();
      int barred =
          decisions.get(t).excluded() < 0 ? -1 : trajectory.choice(decisions.get(t).excluded());
      Softmax softmax = Softmax.of(logits(parameters, t, state.hidden()), barred, shape);
      trajectory.add(step, softmax, chooser.choose(t, softmax.shares()));
      input = embedding(t, trajectory.choice(t));
    }
    return trajectory;
  }

  private double[] logits(double[] parameters, int place, double[] hidden) {
    double[] logits = new double[decisions.get(place).options()];
    for (int k = 0; k < logits.length; k++) {
      logits[k] = parameters[bias(place, k)];
      for (int unit = 0; unit < units; unit++) {
        logits[k] += parameters[row(place, k) + unit] * hidden[unit];
      }
    }
    return logits;
  }

  int units() {
    return units;
  }

  /** Where the input of a step lies: the first one's, or the embedding of the choice before. */
  int input(int place, Trajectory trajectory) {
    return place == 0 ? LstmStep.length(units) : embedding(place - 1, trajectory.choice(place - 1));
  }

  private int embedding(int place, int choice) {
    return offsets.get(place) + choice * units;
  }

  /** Where a row of V_t begins. */
  int row(int place, int choice) {
    return offsets.get(place) + (decisions.get(place).options() + choice) * units;
  }

  /** Where an entry of b_t lies. */
  int bias(int place, int choice) {
    return offsets.get(place) + 2 * decisions.get(place).options() * units + choice;
  }
}
