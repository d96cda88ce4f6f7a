package org.simplexity.cli.simplex;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A distribution over the simplex whose temperature is still free. */
sealed interface Family permits GumbelSoftmaxFamily, DirichletFamily, LogitNormalFamily {
  /** K. */
  int operations();

  /** The temperature that was given, or its default. */
  double temperature();

  /**
   * The distribution at a temperature.
   *
   * @throws IllegalArgumentException if it is out of bounds
   */
  Member at(double temperature);

  /** Its parameters in one line, without the temperature. */
  String inWords();

  /** Writes its parameters, with a temperature where it has one. */
  void describe(ObjectNode object, double temperature);

  /** What the centre of the distribution is. */
  String centre();

  /**
   * The family that was asked for.
   *
   * @param name name of the distribution
   * @param options what was given of its parameters
   * @param operations K where no parameter tells it
   * @throws IllegalArgumentException naming the option, its value and what is wrong
   */
  static Family of(DistributionName name, ParameterOptions options, int operations) {
    options.checkBelongTo(name);
    return switch (name) {
      case GUMBEL_SOFTMAX -> GumbelSoftmaxFamily.of(options, operations);
      case DIRICHLET -> DirichletFamily.of(options, operations);
      case LOGIT_NORMAL -> LogitNormalFamily.of(options, operations);
    };
  }

  /** A vector of at least two numbers in one row. */
  static double[] vector(String option, @Nullable Numbers given, Numbers otherwise) {
    Numbers numbers = given == null ? otherwise : given;
    if (numbers.rows().size() != 1 || numbers.count() < 2) {
      throw new IllegalArgumentException(
          "%s: %s must be at least two numbers in one row".formatted(option, numbers));
    }
    return numbers.values();
  }

  /** One positive number. */
  static double temperature(ParameterOptions options) {
    Numbers given = options.temperature();
    if (given == null) {
      return 1;
    }
    if (given.count() != 1) {
      throw new IllegalArgumentException("--temperature: " + given + " must be one number");
    }
    return given.least();
  }
}
