package org.simplexity.method.controller;

/**
 * One step of an LSTM with as many inputs as hidden units (Hochreiter and Schmidhuber 1997; forget
 * gates of Gers et al. 2000), with its way back.
 *
 * <p>With a = W x + U h + b in four blocks of H: i, f, o = sigmoid(a_i, a_f, a_o), g = tanh(a_g),
 * c' = f ⊙ c + i ⊙ g, h' = o ⊙ tanh(c'). Parameters lie at the start of the flat vector: W [4H][H],
 * U [4H][H], b [4H].
 */
final class LstmStep {
  private static final int GATES = 4;

  private final int units;
  private final double[] parameters;
  private final double[] input;
  private final LstmState before;
  private final double[] gates;
  private final LstmState after;

  private LstmStep(int units, double[] parameters, double[] input, LstmState before) {
    this.units = units;
    this.parameters = parameters;
    this.input = input;
    this.before = before;
    this.gates = activated();
    this.after = stepped();
  }

  /** Number of parameters. */
  static int length(int units) {
    return GATES * units * (2 * units + 1);
  }

  /** Runs a step; the vectors are not copied and must not change. */
  static LstmStep of(double[] parameters, double[] input, LstmState before) {
    return new LstmStep(input.length, parameters, input, before);
  }

  /** Hidden units and cells after the step. */
  LstmState after() {
    return after;
  }

  private double[] activated() {
    int rows = GATES * units;
    double[] activated = new double[rows];
    for (int row = 0; row < rows; row++) {
      double sum = parameters[2 * rows * units + row];
      for (int k = 0; k < units; k++) {
        sum += parameters[row * units + k] * input[k];
        sum += parameters[(rows + row) * units + k] * before.hidden()[k];
      }
      activated[row] = row < 3 * units ? 1 / (1 + Math.exp(-sum)) : Math.tanh(sum);
    }
    return activated;
  }

  private LstmState stepped() {
    double[] cell = new double[units];
    double[] hidden = new double[units];
    for (int k = 0; k < units; k++) {
      cell[k] = gates[units + k] * before.cell()[k] + gates[k] * gates[3 * units + k];
      hidden[k] = gates[2 * units + k] * Math.tanh(cell[k]);
    }
    return new LstmState(hidden, cell);
  }

  /** Gradients with respect to what a step reads. */
  static final class Back {
    private final double[] input;
    private final LstmState before;

    private Back(double[] input, LstmState before) {
      this.input = input;
      this.before = before;
    }

    double[] input() {
      return input;
    }

    LstmState before() {
      return before;
    }
  }

  /**
   * Takes gradients of the state after the step back.
   *
   * @param gradient with respect to h' and c'
   * @param sum receives the gradient of the parameters, added
   */
  Back back(LstmState gradient, double[] sum) {
    double[] ofGates = new double[GATES * units];
    double[] ofCell = new double[units];
    for (int k = 0; k < units; k++) {
      double i = gates[k];
      double f = gates[units + k];
      double o = gates[2 * units + k];
      double g = gates[3 * units + k];
      double squashed = Math.tanh(after.cell()[k]);
      double carried = gradient.cell()[k] + gradient.hidden()[k] * o * (1 - squashed * squashed);
      ofGates[k] = carried * g * i * (1 - i);
      ofGates[units + k] = carried * before.cell()[k] * f * (1 - f);
      ofGates[2 * units + k] = gradient.hidden()[k] * squashed * o * (1 - o);
      ofGates[3 * units + k] = carried * i * (1 - g * g);
      ofCell[k] = carried * f;
    }
    return throughWeights(ofGates, ofCell, sum);
  }

  private Back throughWeights(double[] ofGates, double[] ofCell, double[] sum) {
    int rows = GATES * units;
    double[] ofInput = new double[units];
    double[] ofHidden = new double[units];
    for (int row = 0; row < rows; row++) {
      double slope = ofGates[row];
      sum[2 * rows * units + row] += slope;
      for (int k = 0; k < units; k++) {
        sum[row * units + k] += slope * input[k];
        ofInput[k] += slope * parameters[row * units + k];
        sum[(rows + row) * units + k] += slope * before.hidden()[k];
        ofHidden[k] += slope * parameters[(rows + row) * units + k];
      }
    }
    return new Back(ofInput, new LstmState(ofHidden, ofCell));
  }
}
