package org.simplexity.method.controller;

/** Hidden units h and cells c of an LSTM, or gradients with respect to them; not copied. */
final class LstmState {
  private final double[] hidden;
  private final double[] cell;

  LstmState(double[] hidden, double[] cell) {
    this.hidden = hidden;
    this.cell = cell;
  }

  static LstmState zero(int units) {
    return new LstmState(new double[units], new double[units]);
  }

  double[] hidden() {
    return hidden;
  }

  double[] cell() {
    return cell;
  }
}
