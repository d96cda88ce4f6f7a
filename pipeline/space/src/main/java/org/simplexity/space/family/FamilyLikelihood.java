package org.simplexity.space.family;

/**
 * The log likelihood of a family on observations, Σ_i log p(y_i | f(x_i; w, γ)), with gradients by
 * reverse mode.
 *
 * @param family f
 * @param likelihood p
 * @param observations X and y
 */
public record FamilyLikelihood(ModelFamily family, Likelihood likelihood, Observations observations)
    implements LogLikelihood {
  @Override
  public int weights() {
    return family.weights();
  }

  @Override
  public int structure() {
    return family.structure();
  }

  @Override
  public At at(double[] weights, double[] structure) {
    FamilyPass pass = new FamilyPass(family, weights, structure);
    double sum = 0;
    for (int i = 0; i < observations.size(); i++) {
      double[] value = pass.forward(observations.example(i));
      sum += likelihood.logProbability(value, observations.target(i));
      pass.backward(likelihood.gradient(value, observations.target(i)));
    }
    return new At(sum, pass.weightGradient(), pass.structureGradient());
  }
}
