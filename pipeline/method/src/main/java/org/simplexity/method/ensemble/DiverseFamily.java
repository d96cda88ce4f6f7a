package org.simplexity.method.ensemble;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.simplexity.method.StructureDraw;
import org.simplexity.method.distribution.GumbelSoftmax;
import org.simplexity.method.family.PiecewiseLinearLogits;
import org.simplexity.space.Genotype;

/** The structures of a trained hypernetwork, a distribution for every number λ. Immutable. */
public final class DiverseFamily {
  /** Draws for every structure wanted, after which there are taken to be no more. */
  static final int PATIENCE = 200;

  private final OptimalStructure optimum;
  private final PiecewiseLinearLogits map;
  private final double[] parameters;
  private final double temperature;

  DiverseFamily(
      OptimalStructure optimum,
      PiecewiseLinearLogits map,
      double[] parameters,
      double temperature) {
    this.optimum = optimum;
    this.map = map;
    this.parameters = parameters.clone();
    this.temperature = temperature;
  }

  /** Parameters a of the hypernetwork, a copy. */
  public double[] parameters() {
    return parameters.clone();
  }

  /** α*. */
  public OptimalStructure optimum() {
    return optimum;
  }

  /**
   * ⟨α*, softmax(h(λ))⟩, which is E ⟨α*, γ⟩ of a γ drawn at a vertex.
   *
   * @param lambda wanted number of shared edges
   */
  public double expected(double lambda) {
    double[] logits = map.logits(new double[] {lambda}, parameters);
    int operations = optimum.layout().operations().size();
    return optimum.shared(new Softmax(operations).of(logits));
  }

  /**
   * One structure γ ~ GS(h(λ), t) with the discrete one that follows from it. The largest operation
   * of an edge is drawn with the probabilities softmax(h(λ)), whatever t is.
   *
   * @param lambda wanted number of shared edges
   * @param random where it comes from
   */
  public Candidate draw(double lambda, RandomGenerator random) {
    double[] logits = map.logits(new double[] {lambda}, parameters);
    int operations = optimum.layout().operations().size();
    double[] gamma =
        StructureDraw.of(new GumbelSoftmax(operations, temperature), logits, random).gamma();
    Genotype genotype = optimum.derivation().apply(optimum.layout(), gamma);
    return new Candidate(lambda, optimum.shared(gamma), optimum.shared(genotype), genotype);
  }

  /**
   * Different discrete structures at λ ~ U(0, Λ) (diverse ensembles, algorithm EdgeNES).
   *
   * @param count how many
   * @param random where they come from
   * @return {@code count} of them, or fewer if {@value #PATIENCE} draws for each found no more
   */
  public List<Candidate> candidates(int count, RandomGenerator random) {
    List<Candidate> candidates = new ArrayList<>();
    Set<Genotype> seen = new LinkedHashSet<>();
    for (int i = 0; i < PATIENCE * count && candidates.size() < count; i++) {
      Candidate candidate = draw(optimum.edges() * random.nextDouble(), random);
      if (seen.add(candidate.genotype())) {
        candidates.add(candidate);
      }
    }
    return candidates;
  }
}
