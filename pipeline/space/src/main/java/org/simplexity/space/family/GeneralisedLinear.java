package org.simplexity.space.family;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A generalised linear function: g(x) = σ(Wᵀ x_S) with x_S the chosen features of x and W of shape
 * [outputs, |S|] (lecture on structure selection, two-layer network). It has no bias; a feature
 * that is always 1 does the same.
 *
 * @param features S, from 0; empty for all
 * @param outputs length of the value, at least 1
 * @param activation σ
 */
public record GeneralisedLinear(List<Integer> features, int outputs, Activation activation)
    implements BaseFunction {
  /** Checks the bounds. */
  public GeneralisedLinear {
    features = List.copyOf(features);
    if (outputs < 1) {
      throw new IllegalArgumentException("outputs " + outputs + " must be at least 1");
    }
    if (features.stream().anyMatch(feature -> feature < 0)) {
      throw new IllegalArgumentException("features " + features + " must not be negative");
    }
  }

  /** Of all features. */
  public static GeneralisedLinear ofAll(int outputs, Activation activation) {
    return new GeneralisedLinear(List.of(), outputs, activation);
  }

  private int[] chosen(int inputs) {
    return features.isEmpty()
        ? IntStream.range(0, inputs).toArray()
        : features.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public int weights(int inputs) {
    int[] chosen = chosen(inputs);
    for (int feature : chosen) {
      if (feature >= inputs) {
        throw new IllegalArgumentException(
            "feature %d must be below %d, the length of the input".formatted(feature, inputs));
      }
    }
    return outputs * chosen.length;
  }

  @Override
  public int outputs(int inputs) {
    return outputs;
  }

  private double sum(double[] weights, double[] input, int[] chosen, int output) {
    double sum = 0;
    for (int i = 0; i < chosen.length; i++) {
      sum += weights[output * chosen.length + i] * input[chosen[i]];
    }
    return sum;
  }

  @Override
  public double[] value(double[] weights, double[] input) {
    int[] chosen = chosen(input.length);
    return IntStream.range(0, outputs)
        .mapToDouble(output -> activation.value(sum(weights, input, chosen, output)))
        .toArray();
  }

  @Override
  public Pulled pullback(double[] weights, double[] input, double[] gradient) {
    int[] chosen = chosen(input.length);
    double[] toInput = new double[input.length];
    double[] toWeights = new double[weights.length];
    for (int output = 0; output < outputs; output++) {
      double slope = activation.slope(sum(weights, input, chosen, output)) * gradient[output];
      for (int i = 0; i < chosen.length; i++) {
        int weight = output * chosen.length + i;
        toWeights[weight] = slope * input[chosen[i]];
        toInput[chosen[i]] += slope * weights[weight];
      }
    }
    return new Pulled(toInput, toWeights);
  }
}
