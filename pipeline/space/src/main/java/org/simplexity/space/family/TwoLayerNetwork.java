package org.simplexity.space.family;

import java.util.List;

/**
 * The two-layer network with a choice of its hidden activation: f_1(x) = Σ_k γ_k^{0,1} σ_k(W_kᵀ x),
 * f(x) = softmax(Vᵀ f_1(x)) (lecture on structure selection, "two-layer network"). The softmax
 * belongs to {@link SoftmaxLikelihood}; γ^{1,2} has one coordinate, which is 1 on a simplex.
 *
 * @param inputs length of x
 * @param hidden length of f_1
 * @param classes length of f
 * @param activations σ_k, each with weights of its own
 */
public record TwoLayerNetwork(int inputs, int hidden, int classes, List<Activation> activations) {
  /** Copies the list. */
  public TwoLayerNetwork {
    activations = List.copyOf(activations);
  }

  /** The family. */
  public ModelFamily family() {
    List<BaseFunction> choice =
        activations.stream()
            .<BaseFunction>map(activation -> GeneralisedLinear.ofAll(hidden, activation))
            .toList();
    BaseFunction last = GeneralisedLinear.ofAll(classes, Activation.IDENTITY);
    return new ModelFamily(
        inputs,
        List.of(Aggregation.SUM, Aggregation.SUM),
        List.of(new MixedEdge(0, 1, choice), new MixedEdge(1, 2, List.of(last))));
  }
}
