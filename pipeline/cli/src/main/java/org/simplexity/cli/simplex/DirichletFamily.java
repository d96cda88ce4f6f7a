package org.simplexity.cli.simplex;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.simplexity.method.distribution.Dirichlet;

/** Dirichlet of concentrations that a temperature multiplies. */
record DirichletFamily(Numbers alpha, double temperature) implements Family {
  private static final double LEAST = 1e-300;
  private static final double GREATEST = 1e9;

  static Family of(ParameterOptions options, int operations) {
    Numbers logits = options.logits();
    double[] alpha =
        logits == null
            ? Family.vector("--alpha", options.alpha(), Numbers.repeated(1, operations))
            : Arrays.stream(Family.vector("--logits", logits, logits)).map(Math::exp).toArray();
    return new DirichletFamily(Numbers.of(alpha), Family.temperature(options));
  }

  @Override
  public int operations() {
    return alpha.count();
  }

  @Override
  public Member at(double temperature) {
    double least = temperature * alpha.least();
    double greatest = temperature * alpha.greatest();
    if (!(least >= LEAST && greatest <= GREATEST)) {
      throw new IllegalArgumentException(
          "--alpha: %s at temperature %s does not lie in %s..%s"
              .formatted(alpha, temperature, LEAST, GREATEST));
    }
    double[] theta = Arrays.stream(alpha.values()).map(Math::log).toArray();
    return new Member(new Dirichlet(operations(), temperature), theta);
  }

  @Override
  public String inWords() {
    return "α " + alpha;
  }

  @Override
  public void describe(ObjectNode object, double temperature) {
    Member.put(object, "alpha", alpha.values());
    object.put("temperature", temperature);
  }

  @Override
  public String centre() {
    return "mean";
  }
}
