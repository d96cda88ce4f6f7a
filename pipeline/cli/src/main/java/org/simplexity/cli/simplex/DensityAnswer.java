package org.simplexity.cli.simplex;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The density at a point, with respect to Lebesgue measure on the first K − 1 coordinates.
 *
 * @param name name of the distribution
 * @param family its parameters
 * @param point where
 * @param logDensity ln p there
 */
record DensityAnswer(DistributionName name, Family family, SimplexPoint point, double logDensity) {
  /** Asks a distribution at its temperature. */
  static DensityAnswer of(DistributionName name, Family family, SimplexPoint point) {
    double log = family.at(family.temperature()).logDensity(point.logs());
    return new DensityAnswer(name, family, point, log);
  }

  /** One name and its value a line. */
  String text() {
    return "density " + Math.exp(logDensity) + System.lineSeparator() + "log_density " + logDensity;
  }

  /** One object; a density beyond the range of doubles is null. */
  String json() {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("distribution", name.label());
    family.describe(object, family.temperature());
    Member.put(object, "at", point.shares().values());
    double density = Math.exp(logDensity);
    if (Double.isFinite(density)) {
      object.put("density", density);
    } else {
      object.putNull("density");
    }
    return object.put("log_density", logDensity).toString();
  }
}
