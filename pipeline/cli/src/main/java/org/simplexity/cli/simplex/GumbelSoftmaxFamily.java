package org.simplexity.cli.simplex;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.simplexity.method.distribution.GumbelSoftmax;

/** Gumbel-softmax of given logits. */
record GumbelSoftmaxFamily(Numbers logits, double temperature) implements Family {
  private static final double COLDEST = 1e-6;
  private static final double HOTTEST = 1e6;

  static Family of(ParameterOptions options, int operations) {
    double[] logits = Family.vector("--logits", options.logits(), Numbers.repeated(0, operations));
    return new GumbelSoftmaxFamily(Numbers.of(logits), Family.temperature(options));
  }

  @Override
  public int operations() {
    return logits.count();
  }

  @Override
  public Member at(double temperature) {
    if (!(temperature >= COLDEST && temperature <= HOTTEST)) {
      throw new IllegalArgumentException(
          "--temperature: %s does not lie in %s..%s".formatted(temperature, COLDEST, HOTTEST));
    }
    return new Member(new GumbelSoftmax(operations(), temperature), logits.values());
  }

  @Override
  public String inWords() {
    return "logits " + logits;
  }

  @Override
  public void describe(ObjectNode object, double temperature) {
    Member.put(object, "logits", logits.values());
    object.put("temperature", temperature);
  }

  @Override
  public String centre() {
    return "probability that a share is the largest";
  }
}
