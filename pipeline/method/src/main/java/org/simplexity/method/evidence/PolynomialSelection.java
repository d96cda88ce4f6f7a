package org.simplexity.method.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.simplexity.data.Seed;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.method.bilevel.OuterGradient;
import org.simplexity.method.distribution.StructureDistribution;
import org.simplexity.space.family.FamilyLikelihood;
import org.simplexity.space.family.GaussianLikelihood;
import org.simplexity.space.family.LogLikelihood;
import org.simplexity.space.family.ModelFamily;
import org.simplexity.space.family.Observations;
import org.simplexity.space.family.PolynomialExample;

/**
 * The polynomial example of the lecture on structure selection, solved at given weights of the
 * generalised problem: which submodel is chosen, and how complex the result is.
 *
 * <p>q(w) is Gaussian, p(w) = N(0, I) is given, p(Γ) is a categorical distribution over submodels
 * whose logits are h. L sees the train split, Q the validation split.
 *
 * @param truth where the data come from; its noise is known to the likelihood
 * @param examples of either split, at least 1
 * @param structure q(Γ) of the edge
 * @param seed of the data
 */
public record PolynomialSelection(
    PolynomialExample truth, int examples, StructureDistribution structure, Seed seed) {
  private static final double FIRST_LOG_DEVIATION = -2;

  /** Checks the number of examples. */
  public PolynomialSelection {
    if (examples < 1) {
      throw new IllegalArgumentException("examples " + examples + " must be at least 1");
    }
  }

  /**
   * What was chosen.
   *
   * @param shares centre of q(Γ): shares of the submodels in the order of {@link PolynomialExample}
   * @param complexity KL(q(w,Γ)‖p(w,Γ|h)), in nats
   * @param validation E_q log p(y|X,w,Γ) of the validation split, in nats an example
   * @param means posterior means of w
   */
  public record Choice(
      List<Double> shares, double complexity, double validation, List<Double> means) {
    /** Copies the lists. */
    public Choice {
      shares = List.copyOf(shares);
      means = List.copyOf(means);
    }

    /**
     * The prediction at the posterior means and the centre of q(Γ).
     *
     * @param x numbers
     * @return as many values
     */
    public double[] predict(double[] x) {
      double[] w = means.stream().mapToDouble(Double::doubleValue).toArray();
      double[] gamma = shares.stream().mapToDouble(Double::doubleValue).toArray();
      double[][] features =
          Arrays.stream(x).mapToObj(PolynomialExample::features).toArray(double[][]::new);
      double[][] values = PolynomialExample.family().values(w, gamma, features);
      return Arrays.stream(values).mapToDouble(value -> value[0]).toArray();
    }

    /** The submodel with the largest share. */
    public int winner() {
      int winner = 0;
      for (int k = 1; k < shares.size(); k++) {
        winner = shares.get(k) > shares.get(winner) ? k : winner;
      }
      return winner;
    }
  }

  /**
   * Solves the problem.
   *
   * @param levels λ
   * @param gradient how dQ/dh crosses the inner optimisation
   * @param settings of the outer level
   */
  public Choice choose(LevelWeights levels, OuterGradient gradient, TwoLevelSettings settings) {
    EvidenceProblem problem = problem(levels);
    TwoLevelResult result =
        new TwoLevelOptimisation(QuasiNewton.defaults(), gradient, settings)
            .run(problem, start(problem.weights()), new double[problem.hyperparameters()]);
    double[] theta = result.weights();
    double[] h = result.hyperparameters();
    int weights = 2 * PolynomialExample.family().weights();
    double[] centre = problem.structure().centre(Arrays.copyOfRange(theta, weights, theta.length));
    LevelWeights likelihood =
        levels.withOuterLikelihood(1).withOuterPrior(0).withReferences(List.of());
    double validation =
        -problem(likelihood).outer(theta, h, GradientTarget.STRUCTURE).value() / examples;
    return new Choice(
        Arrays.stream(centre).boxed().toList(),
        problem.complexity(theta, h),
        validation,
        Arrays.stream(theta).limit(weights / 2).boxed().toList());
  }

  /** The examples of the train split, then those of the validation split. */
  public List<Observations> data() {
    RandomGenerator random = seed.child("polynomial").generator();
    return List.of(truth.draw(examples, random), truth.draw(examples, random));
  }

  private static double[] start(int parameters) {
    int weights = PolynomialExample.family().weights();
    double[] theta = new double[parameters];
    Arrays.fill(theta, weights, 2 * weights, FIRST_LOG_DEVIATION);
    return theta;
  }

  private EvidenceProblem problem(LevelWeights levels) {
    List<Observations> splits = data();
    LogLikelihood train = likelihood(splits.get(0));
    LogLikelihood validation = likelihood(splits.get(1));
    int weights = PolynomialExample.family().weights();
    StructureModel edge =
        new StructureModel(
            List.of(new EdgeStructure.Learned(structure, new CategoricalDivergence())));
    EvidenceModel model =
        new EvidenceModel(
            new GaussianWeights(weights), new FixedPrecision(weights, 0), temperature -> edge);
    return new EvidenceProblem(
        model, new Likelihoods(train, validation), levels, new CubatureNoise(seed.child("noise")));
  }

  private LogLikelihood likelihood(Observations observations) {
    ModelFamily family = PolynomialExample.family();
    return new FamilyLikelihood(family, new GaussianLikelihood(truth.noise()), observations);
  }
}
