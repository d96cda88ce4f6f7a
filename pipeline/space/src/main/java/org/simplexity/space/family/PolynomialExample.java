package org.simplexity.space.family;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The last example of the lecture on structure selection: one edge with the submodels "linear in
 * one feature", "linear in 11 features" and "constant".
 *
 * <p>The lecture's formulas are lost. Here the features are the powers x⁰ … x¹⁰, the eleven
 * coefficients of a polynomial of degree 10, so that the other two submodels, w x and w, are nested
 * in it and differ from it in complexity alone. Data: x uniform on [−1, 1], y = Σ c_i xⁱ + σ ε.
 *
 * @param coefficients c_0, c_1, …, at most eleven
 * @param noise σ, at least 0, in units of y
 */
public record PolynomialExample(List<Double> coefficients, double noise) {
  /** Index of "linear in one feature", w x. */
  public static final int ONE_FEATURE = 0;

  /** Index of "linear in 11 features", Σ w_i xⁱ. */
  public static final int ELEVEN_FEATURES = 1;

  /** Index of "constant", w. */
  public static final int CONSTANT = 2;

  /** Number of submodels. */
  public static final int SUBMODELS = 3;

  private static final int FEATURES = 11;

  /** Checks the bounds. */
  public PolynomialExample {
    coefficients = List.copyOf(coefficients);
    if (coefficients.size() > FEATURES) {
      throw new IllegalArgumentException(
          "%d coefficients must be at most %d".formatted(coefficients.size(), FEATURES));
    }
    if (!(noise >= 0) || Double.isInfinite(noise)) {
      throw new IllegalArgumentException("noise " + noise + " must be at least 0 and finite");
    }
  }

  /** The family with its three submodels on one edge. */
  public static ModelFamily family() {
    List<BaseFunction> submodels =
        List.of(
            new GeneralisedLinear(List.of(1), 1, Activation.IDENTITY),
            GeneralisedLinear.ofAll(1, Activation.IDENTITY),
            new Constant(1));
    return new ModelFamily(
        FEATURES, List.of(Aggregation.SUM), List.of(new MixedEdge(0, 1, submodels)));
  }

  /**
   * The features x⁰ … x¹⁰ of a number.
   *
   * @param x number
   */
  public static double[] features(double x) {
    return IntStream.range(0, FEATURES).mapToDouble(power -> Math.pow(x, power)).toArray();
  }

  /**
   * Data.
   *
   * @param examples how many
   * @param random where x and ε come from
   */
  public Observations draw(int examples, RandomGenerator random) {
    double[][] features = new double[examples][];
    double[] targets = new double[examples];
    for (int i = 0; i < examples; i++) {
      features[i] = features(2 * random.nextDouble() - 1);
      for (int power = 0; power < coefficients.size(); power++) {
        targets[i] += coefficients.get(power) * features[i][power];
      }
      targets[i] += noise * random.nextGaussian();
    }
    return new Observations(features, targets);
  }
}
