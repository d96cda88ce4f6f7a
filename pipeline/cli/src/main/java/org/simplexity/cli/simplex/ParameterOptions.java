package org.simplexity.cli.simplex;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Parameters of all distributions, as they were given or not. */
final class ParameterOptions {
  @Option(
      names = "--logits",
      paramLabel = "A,B,C",
      converter = Numbers.Converter.class,
      description =
          "of gumbel-softmax: log s, up to a common shift; of dirichlet, instead of --alpha: their"
              + " logarithms (default: 0,0,0)")
  private @Nullable Numbers logits;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      converter = Numbers.Converter.class,
      description = "of gumbel-softmax; of dirichlet a factor of all concentrations (default: 1)")
  private @Nullable Numbers temperature;

  @Option(
      names = "--alpha",
      paramLabel = "A,B,C",
      converter = Numbers.Converter.class,
      description = "concentrations of dirichlet, from 1e-300 to 1e9 (default: 1,1,1)")
  private @Nullable Numbers alpha;

  @Option(
      names = "--mean",
      paramLabel = "A,B,C",
      converter = Numbers.Converter.class,
      description = "of logit-normal: mean of X in softmax(X) (default: 0,0,0)")
  private @Nullable Numbers mean;

  @Option(
      names = "--covariance",
      paramLabel = "V|V,…",
      converter = Numbers.Converter.class,
      description =
          "of logit-normal: covariance of X as one variance, K variances, or K×K numbers row by row,"
              + " where ; may end a row (default: 1)")
  private @Nullable Numbers covariance;

  @Nullable Numbers logits() {
    return logits;
  }

  @Nullable Numbers temperature() {
    return temperature;
  }

  @Nullable Numbers alpha() {
    return alpha;
  }

  @Nullable Numbers mean() {
    return mean;
  }

  @Nullable Numbers covariance() {
    return covariance;
  }

  /**
   * Refuses what a distribution does not have.
   *
   * @param name the distribution
   * @throws IllegalArgumentException naming the option
   */
  void checkBelongTo(DistributionName name) {
    boolean normal = name == DistributionName.LOGIT_NORMAL;
    refuse("--mean", mean != null && !normal, name);
    refuse("--covariance", covariance != null && !normal, name);
    refuse("--logits", logits != null && normal, name);
    refuse("--temperature", temperature != null && normal, name);
    refuse("--alpha", alpha != null && name != DistributionName.DIRICHLET, name);
    if (alpha != null && logits != null) {
      throw new IllegalArgumentException(
          "--logits: concentrations are given by --alpha already, give one of them");
    }
  }

  private static void refuse(String option, boolean given, DistributionName name) {
    if (given) {
      throw new IllegalArgumentException(
          "%s: %s has no such parameter".formatted(option, name.label()));
    }
  }
}
