package org.simplexity.cli.simplex;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.simplexity.method.distribution.CorrelatedLogitNormal;

/** Logit-normal of a mean and a full covariance; it has no temperature. */
record LogitNormalFamily(Numbers mean, Numbers covariance) implements Family {
  static Family of(ParameterOptions options, int operations) {
    double[] mean = Family.vector("--mean", options.mean(), Numbers.repeated(0, operations));
    Numbers given = options.covariance();
    Numbers covariance = square(given == null ? Numbers.of(1) : given, mean.length);
    return new LogitNormalFamily(Numbers.of(mean), covariance);
  }

  private static Numbers square(Numbers given, int k) {
    double[] values = given.values();
    int count = values.length;
    boolean rows = given.rows().stream().allMatch(row -> row.size() == k);
    if (given.rows().size() > 1
        ? given.rows().size() != k || !rows
        : count != 1 && count != k && count != k * k) {
      throw new IllegalArgumentException(
          "--covariance: %s must be 1, %d or %d×%d numbers for a mean of %d"
              .formatted(given, k, k, k, k));
    }
    Numbers square =
        new Numbers(IntStream.range(0, k).mapToObj(row -> row(values, row, k)).toList());
    for (int row = 0; row < k; row++) {
      double variance = square.rows().get(row).get(row);
      if (variance < 0) {
        throw new IllegalArgumentException(
            "--covariance: variance %s of coordinate %d must not be negative"
                .formatted(variance, row + 1));
      }
    }
    return square;
  }

  private static List<Double> row(double[] values, int row, int k) {
    return IntStream.range(0, k)
        .mapToObj(
            column -> {
              if (values.length == k * k) {
                return values[row * k + column];
              }
              return row == column ? values[values.length == 1 ? 0 : row] : 0;
            })
        .toList();
  }

  @Override
  public int operations() {
    return mean.count();
  }

  @Override
  public double temperature() {
    return 1;
  }

  @Override
  public Member at(double temperature) {
    double[][] rows =
        covariance.rows().stream()
            .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    try {
      return new Member(new CorrelatedLogitNormal(rows), mean.values());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--covariance: " + e.getMessage(), e);
    }
  }

  @Override
  public String inWords() {
    return "mean " + mean + ", covariance " + covariance;
  }

  @Override
  public void describe(ObjectNode object, double temperature) {
    Member.put(object, "mean", mean.values());
    ArrayNode rows = object.putArray("covariance");
    for (List<Double> row : covariance.rows()) {
      ArrayNode own = rows.addArray();
      row.forEach(own::add);
    }
  }

  @Override
  public String centre() {
    return "softmax of the mean of X";
  }
}
