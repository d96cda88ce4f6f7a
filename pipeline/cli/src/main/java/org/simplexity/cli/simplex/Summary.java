package org.simplexity.cli.simplex;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A distribution in a few numbers: its centre, the centre's entropy, the mean of draws. */
final class Summary {
  private static final int DRAWS = 10_000;

  private final DistributionName name;
  private final Family family;
  private final double[] centre;
  private final double[] mean;

  private Summary(DistributionName name, Family family, double[] centre, double[] mean) {
    this.name = name;
    this.family = family;
    this.centre = centre;
    this.mean = mean;
  }

  /** Summarises a distribution at its temperature. */
  static Summary of(DistributionName name, Family family, long seed) {
    Member member = family.at(family.temperature());
    double[] mean = new double[family.operations()];
    for (double[] draw : member.draws(DRAWS, seed)) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += draw[k] / DRAWS;
      }
    }
    return new Summary(name, family, member.centre(), mean);
  }

  /** −Σ c ln c of the centre, in nats. */
  private double entropy() {
    return -Arrays.stream(centre).map(share -> share > 0 ? share * Math.log(share) : 0).sum();
  }

  /** Lines for people. */
  String text() {
    String temperature =
        name == DistributionName.LOGIT_NORMAL
            ? ""
            : ", temperature " + Numbers.shortest(family.temperature());
    return String.join(
        System.lineSeparator(),
        List.of(
            name.label() + ": " + family.inWords() + temperature,
            "centre           " + shares(centre) + "  (" + family.centre() + ")",
            String.format(Locale.ROOT, "its entropy      %.4f nats", entropy()),
            "mean of draws    " + shares(mean) + "  (" + DRAWS + " draws)",
            "",
            "--at p1,p2,… tells the density at a point, --out FILE.svg draws it"));
  }

  private static String shares(double[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> String.format(Locale.ROOT, "%.4f", value))
        .collect(Collectors.joining(" "));
  }

  /** One object for programs. */
  String json() {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("distribution", name.label());
    family.describe(object, family.temperature());
    Member.put(object, "centre", centre);
    object.put("centre_entropy", entropy());
    Member.put(object, "mean_of_draws", mean);
    return object.toString();
  }
}
