package org.simplexity.method.weights;

import java.util.List;
import java.util.Locale;

/** The nine models of the document on hypernetworks and pruning: a kind of weights and of map. */
public enum FamilyModel {
  /** (c) Point weights with an L2 term. */
  BASE(WeightKind.BASE, Map.CONSTANT),
  /** (b) Reparametrised weights. */
  REP(WeightKind.REP, Map.CONSTANT),
  /** (a) Variational weights. */
  VAR(WeightKind.VAR, Map.CONSTANT),
  /** (f) Point weights from a linear hypernetwork. */
  BASE_LINEAR(WeightKind.BASE, Map.LINEAR),
  /** (e) Reparametrised weights from a linear hypernetwork. */
  REP_LINEAR(WeightKind.REP, Map.LINEAR),
  /** (d) Variational weights from a linear hypernetwork. */
  VAR_LINEAR(WeightKind.VAR, Map.LINEAR),
  /** (i) Point weights from a piecewise linear hypernetwork. */
  BASE_PIECEWISE(WeightKind.BASE, Map.PIECEWISE),
  /** (h) Reparametrised weights from a piecewise linear hypernetwork. */
  REP_PIECEWISE(WeightKind.REP, Map.PIECEWISE),
  /** (g) Variational weights from a piecewise linear hypernetwork. */
  VAR_PIECEWISE(WeightKind.VAR, Map.PIECEWISE);

  private final WeightKind weights;
  private final Map map;

  private enum Map {
    CONSTANT,
    LINEAR,
    PIECEWISE
  }

  FamilyModel(WeightKind weights, Map map) {
    this.weights = weights;
    this.map = map;
  }

  /** What is known of the weights. */
  public WeightKind weights() {
    return weights;
  }

  /** Whether one training gives the weights of every λ. */
  public boolean isHypernetwork() {
    return map != Map.CONSTANT;
  }

  /**
   * The map of λ to weights.
   *
   * @param knots knots of a piecewise linear map; the first and the last bound the range of any
   */
  public Hypernetwork hypernetwork(List<Double> knots) {
    return switch (map) {
      case CONSTANT -> new ConstantMap();
      case LINEAR -> new LinearMap(Knots.range(knots));
      case PIECEWISE -> new PiecewiseLinearMap(knots);
    };
  }

  /** The word in files and tables: {@code var_piecewise}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
