package org.simplexity.method.evidence;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.method.bilevel.BilevelProblem;
import org.simplexity.method.bilevel.Gradients;
import org.simplexity.space.family.LogLikelihood;

/**
 * The generalised problem as two losses to be minimised, −L(θ, h) and −Q(θ, h) of {@link
 * LevelWeights}; "weights" of the bilevel problem are θ of q(w,Γ), see {@link EvidenceModel}.
 *
 * <p>Expectations are means over the draws of one {@link Noise}: equal arguments give equal bits.
 */
public final class EvidenceProblem implements BilevelProblem {
  private final EvidenceModel model;
  private final StructureModel structure;
  private final Likelihoods likelihoods;
  private final LevelWeights levels;
  private final Noise noise;

  /**
   * A problem.
   *
   * @param model q and p
   * @param likelihoods data of both levels
   * @param levels λ
   * @param noise ε
   * @throws IllegalArgumentException if lengths of model, likelihoods and references do not fit
   */
  public EvidenceProblem(
      EvidenceModel model, Likelihoods likelihoods, LevelWeights levels, Noise noise) {
    this.model = model;
    this.structure = model.structure().apply(levels.temperature());
    this.likelihoods = likelihoods;
    this.levels = levels;
    this.noise = noise;
    int gamma = structure.edges().stream().mapToInt(EdgeStructure::operations).sum();
    LogLikelihood data = likelihoods.inner();
    if (model.weights().weights() != data.weights() || gamma != data.structure()) {
      throw new IllegalArgumentException(
          "model of %d weights and %d structure parameters must have %d and %d, as the data's"
              .formatted(model.weights().weights(), gamma, data.weights(), data.structure()));
    }
    for (StructureReference reference : levels.outer().structure()) {
      check("reference", reference.vector(), structure.priorParameters());
    }
  }

  private static void check(String name, double[] vector, int length) {
    if (vector.length != length) {
      throw new IllegalArgumentException(
          "%s of length %d must have length %d".formatted(name, vector.length, length));
    }
  }

  private LossSum start(double[] theta, double[] h) {
    check("theta", theta, weights());
    check("h", h, hyperparameters());
    return new LossSum(theta.length, h.length);
  }

  /** The structure's distributions at the problem's temperature. */
  public StructureModel structure() {
    return structure;
  }

  @Override
  public int weights() {
    return model.weights().parameters() + structure.posteriorParameters();
  }

  @Override
  public int hyperparameters() {
    return model.prior().size() + structure.priorParameters();
  }

  @Override
  public Gradients inner(double[] theta, double[] h, GradientTarget target) {
    LossSum loss = start(theta, h);
    likelihood(likelihoods.inner(), 1, theta, loss);
    prior(levels.innerPrior(), theta, h, loss);
    return loss.gradients(target);
  }

  @Override
  public Gradients outer(double[] theta, double[] h, GradientTarget target) {
    LossSum loss = start(theta, h);
    likelihood(likelihoods.outer(), levels.outer().likelihood(), theta, loss);
    prior(levels.outer().prior(), theta, h, loss);
    for (StructureReference reference : levels.outer().structure()) {
      Divergence term =
          structure.divergence(structureOf(theta), reference.vector(), divergenceNoise());
      loss.add(reference.weight(), term.value(), model.weights().parameters(), term.posterior());
    }
    return loss.gradients(target);
  }

  /**
   * KL(q(w,Γ|θ) ‖ p(w,Γ|h)), the complexity of the model.
   *
   * @param theta θ
   * @param h hyperparameters
   */
  public double complexity(double[] theta, double[] h) {
    LossSum loss = start(theta, h);
    prior(1, theta, h, loss);
    return loss.value();
  }

  private void likelihood(LogLikelihood data, double factor, double[] theta, LossSum loss) {
    double[] own = Arrays.copyOf(theta, model.weights().parameters());
    int draws = noise.draws(data.weights());
    for (int draw = 0; draw < draws && factor > 0; draw++) {
      double[] w = model.weights().draw(own, noise.normal(draw, data.weights()));
      StructureModel.Drawn gamma = structure.draw(structureOf(theta), noise.generator(draw));
      LogLikelihood.At at = data.at(w, gamma.gamma());
      double share = -factor / draws;
      loss.add(share, at.value(), 0, model.weights().pullback(own, w, at.weights()));
      loss.add(share, 0, own.length, gamma.pullback(at.structure()));
    }
  }

  private void prior(double factor, double[] theta, double[] h, LossSum loss) {
    int groups = model.prior().size();
    double[] own = Arrays.copyOf(theta, model.weights().parameters());
    double[] precisions = model.prior().spread(Arrays.copyOf(h, groups));
    Divergence ofWeights = model.weights().divergence(own, precisions);
    loss.add(factor, ofWeights.value(), 0, ofWeights.posterior());
    loss.addPrior(factor, 0, model.prior().gather(ofWeights.prior()));
    double[] prior = Arrays.copyOfRange(h, groups, h.length);
    Divergence ofStructure = structure.divergence(structureOf(theta), prior, divergenceNoise());
    loss.add(factor, ofStructure.value(), own.length, ofStructure.posterior());
    loss.addPrior(factor, groups, ofStructure.prior());
  }

  private double[] structureOf(double[] theta) {
    return Arrays.copyOfRange(theta, model.weights().parameters(), theta.length);
  }

  private RandomGenerator divergenceNoise() {
    return noise.generator(-1);
  }
}
