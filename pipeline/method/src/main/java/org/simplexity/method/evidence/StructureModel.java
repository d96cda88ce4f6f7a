package org.simplexity.method.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import org.simplexity.method.distribution.Draw;

/**
 * q(Γ) and p(Γ), independent over edges; γ, θ and h are those of the edges one after the other.
 *
 * @param edges in the order of the family
 */
public record StructureModel(List<EdgeStructure> edges) {
  /** Copies the list. */
  public StructureModel {
    edges = List.copyOf(edges);
  }

  /** Length of θ of the structure. */
  public int posteriorParameters() {
    return sum(EdgeStructure::posteriorParameters);
  }

  /** Length of h of the structure. */
  public int priorParameters() {
    return sum(EdgeStructure::priorParameters);
  }

  private int sum(ToIntFunction<EdgeStructure> length) {
    return edges.stream().mapToInt(length).sum();
  }

  /**
   * The structure that stands for q(Γ) where no draw is wanted.
   *
   * @param theta θ of the structure
   */
  public double[] centre(double[] theta) {
    List<double[]> parts = new ArrayList<>();
    int start = 0;
    for (EdgeStructure edge : edges) {
      double[] own = part(theta, start, edge.posteriorParameters());
      parts.add(
          edge instanceof EdgeStructure.Learned learned
              ? learned.posterior().centre(own)
              : given(edge));
      start += own.length;
    }
    return joined(parts);
  }

  private static double[] given(EdgeStructure edge) {
    return edge instanceof EdgeStructure.Fixed fixed
        ? fixed.gamma().stream().mapToDouble(Double::doubleValue).toArray()
        : new double[0];
  }

  private static double[] part(double[] whole, int start, int length) {
    return Arrays.copyOfRange(whole, start, start + length);
  }

  private static double[] joined(List<double[]> parts) {
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** One draw of every edge's γ. */
  Drawn draw(double[] theta, RandomGenerator random) {
    List<double[]> gamma = new ArrayList<>();
    List<Optional<Draw>> draws = new ArrayList<>();
    int start = 0;
    for (EdgeStructure edge : edges) {
      double[] own = part(theta, start, edge.posteriorParameters());
      start += own.length;
      Optional<Draw> draw =
          edge instanceof EdgeStructure.Learned learned
              ? Optional.of(learned.posterior().draw(own, random))
              : Optional.empty();
      draws.add(draw);
      gamma.add(draw.map(Draw::gamma).orElseGet(() -> given(edge)));
    }
    return new Drawn(joined(gamma), draws, edges);
  }

  /** Σ over edges of KL(q‖p) with its gradients. */
  Divergence divergence(double[] theta, double[] prior, RandomGenerator random) {
    double value = 0;
    List<double[]> toTheta = new ArrayList<>();
    List<double[]> toPrior = new ArrayList<>();
    int thetaStart = 0;
    int priorStart = 0;
    for (EdgeStructure edge : edges) {
      double[] ownTheta = part(theta, thetaStart, edge.posteriorParameters());
      double[] ownPrior = part(prior, priorStart, edge.priorParameters());
      thetaStart += ownTheta.length;
      priorStart += ownPrior.length;
      if (edge instanceof EdgeStructure.Learned learned) {
        Divergence own = learned.divergence().at(learned.posterior(), ownTheta, ownPrior, random);
        value += own.value();
        toTheta.add(own.posterior());
        toPrior.add(own.prior());
      }
    }
    return new Divergence(value, joined(toTheta), joined(toPrior));
  }

  /** A drawn γ with its way back to θ. */
  static final class Drawn {
    private final double[] gamma;
    private final List<Optional<Draw>> draws;
    private final List<EdgeStructure> edges;

    private Drawn(double[] gamma, List<Optional<Draw>> draws, List<EdgeStructure> edges) {
      this.gamma = gamma;
      this.draws = draws;
      this.edges = edges;
    }

    double[] gamma() {
      return gamma;
    }

    double[] pullback(double[] gradient) {
      List<double[]> parts = new ArrayList<>();
      int start = 0;
      for (int e = 0; e < edges.size(); e++) {
        double[] own = part(gradient, start, edges.get(e).operations());
        start += own.length;
        draws.get(e).ifPresent(draw -> parts.add(draw.pullback(own)));
      }
      return joined(parts);
    }
  }
}
