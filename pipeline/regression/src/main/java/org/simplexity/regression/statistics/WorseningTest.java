package org.simplexity.regression.statistics;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * One-sided tests of the hypothesis H₀ "the mean worsening is at most the tolerance".
 *
 * <p>All values are given so that larger is worse. Where differences at equal seeds leave no spread
 * at all, there is nothing to estimate and the decision is exact: p = 0 if the worsening is above
 * the tolerance, else 1. "Above" allows for rounding of the last bits.
 *
 * <p>t tests rather than rank or permutation tests, because those cannot reach small p with few
 * seeds: of five pairs the smallest p of a sign-flip permutation is 2⁻⁵ = 0.031, too large for any
 * correction over several metrics.
 */
public final class WorseningTest {
  private static final double ROUNDING = 1e-12;

  private WorseningTest() {}

  /**
   * Student's t test of differences at equal seeds: {@code t = (d̄ − tolerance) / (s/√n)} with n −
   * 1 degrees of freedom (Student 1908). With a single pair there is no test: p is 0 or 1.
   *
   * @param baseline values, larger is worse, at least one
   * @param candidate values at the same seeds in the same order
   * @param tolerance worsening that is allowed, 0 or more
   */
  public static Evidence paired(double[] baseline, double[] candidate, double tolerance) {
    require(baseline.length == candidate.length && baseline.length > 0, "pairs need equal lengths");
    double[] differences = new double[baseline.length];
    Arrays.setAll(differences, i -> candidate[i] - baseline[i]);
    double scale = Math.max(largest(baseline), largest(candidate));
    Method method = baseline.length == 1 ? Method.ONE_SEED : Method.PAIRED;
    double variance = isConstant(differences, scale) ? 0 : variance(differences);
    double error = Math.sqrt(variance / differences.length);
    double degrees = method == Method.PAIRED ? differences.length - 1 : Double.NaN;
    return evidence(method, new Estimate(mean(differences), error, degrees), tolerance, scale);
  }

  /**
   * Welch's t test of two groups: {@code t = (x̄₂ − x̄₁ − tolerance) / √(s₁²/n₁ + s₂²/n₂)} with the
   * degrees of freedom of Welch and Satterthwaite (Welch 1947).
   *
   * <p>A group without spread tells nothing of the spread over other seeds: three networks of one
   * size are no proof that every seed gives that size. Then p is at least {@code 1 / C(n₁ + n₂,
   * n₁)}, the smallest that a permutation test of the two groups can reach.
   *
   * @param baseline values, larger is worse, at least two
   * @param candidate values, larger is worse, at least two
   * @param tolerance worsening that is allowed, 0 or more
   */
  public static Evidence welch(double[] baseline, double[] candidate, double tolerance) {
    require(baseline.length > 1 && candidate.length > 1, "Welch's test needs two values a group");
    double scale = Math.max(largest(baseline), largest(candidate));
    double a = isConstant(baseline, scale) ? 0 : variance(baseline) / baseline.length;
    double b = isConstant(candidate, scale) ? 0 : variance(candidate) / candidate.length;
    double degrees =
        (a + b) * (a + b) / (a * a / (baseline.length - 1) + b * b / (candidate.length - 1));
    double difference = mean(candidate) - mean(baseline);
    Evidence evidence =
        evidence(
            Method.WELCH, new Estimate(difference, Math.sqrt(a + b), degrees), tolerance, scale);
    boolean spread = a > 0 && b > 0;
    return spread
        ? evidence
        : evidence.atLeast(
            1
                / CombinatoricsUtils.binomialCoefficientDouble(
                    baseline.length + candidate.length, baseline.length));
  }

  private record Estimate(double worsening, double error, double degrees) {}

  private static Evidence evidence(
      Method method, Estimate estimate, double tolerance, double scale) {
    double above = estimate.worsening - tolerance;
    double probability;
    if (estimate.error == 0) {
      probability = above > ROUNDING * scale ? 0 : 1;
    } else {
      double t = above / estimate.error;
      probability = new TDistribution(estimate.degrees).cumulativeProbability(-t);
    }
    return new Evidence(method, estimate.worsening, estimate.error, estimate.degrees, probability);
  }

  private static boolean isConstant(double[] values, double scale) {
    double least = Arrays.stream(values).min().orElseThrow();
    double most = Arrays.stream(values).max().orElseThrow();
    return most - least <= ROUNDING * scale;
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElseThrow();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
