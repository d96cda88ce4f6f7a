package org.simplexity.space.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A family at one w and γ: examples one by one forward and, summing the gradients, backward. */
final class FamilyPass {
  private final ModelFamily family;
  private final double[] gamma;
  private final List<List<double[]>> weights = new ArrayList<>();
  private final double[] weightGradient;
  private final double[] structureGradient;
  private final double[][] nodes;
  private final List<List<double[]>> functions = new ArrayList<>();
  private final double[][] edges;

  FamilyPass(ModelFamily family, double[] w, double[] gamma) {
    check("w", w, family.weights());
    check("gamma", gamma, family.structure());
    this.family = family;
    this.gamma = gamma.clone();
    this.weightGradient = new double[w.length];
    this.structureGradient = new double[gamma.length];
    this.nodes = new double[family.nodes()][];
    this.edges = new double[family.edges().size()][];
    for (int e = 0; e < edges.length; e++) {
      weights.add(parts(w, e));
      functions.add(List.of());
    }
  }

  private static void check(String name, double[] vector, int length) {
    if (vector.length != length) {
      throw new IllegalArgumentException(
          "%s of length %d must have length %d".formatted(name, vector.length, length));
    }
  }

  private List<double[]> parts(double[] w, int edge) {
    List<double[]> parts = new ArrayList<>();
    for (int k = 0; k < family.edges().get(edge).functions().size(); k++) {
      parts.add(
          Arrays.copyOfRange(w, family.weightOffset(edge, k), family.weightOffset(edge, k + 1)));
    }
    return parts;
  }

  double[] forward(double[] x) {
    check("x", x, family.inputs());
    nodes[0] = x;
    for (int node = 1; node < nodes.length; node++) {
      family.into(node).forEach(this::mix);
      nodes[node] = family.aggregation(node).value(values(node));
    }
    return nodes[nodes.length - 1].clone();
  }

  private List<double[]> values(int node) {
    return family.into(node).stream().map(e -> edges[e]).toList();
  }

  private void mix(int e) {
    MixedEdge edge = family.edges().get(e);
    double[] input = nodes[edge.from()];
    double[] mixed = new double[edge.outputs(input.length)];
    List<double[]> values = new ArrayList<>();
    for (int k = 0; k < edge.functions().size(); k++) {
      double[] value = edge.functions().get(k).value(weights.get(e).get(k), input);
      add(mixed, gamma[family.structureOffset(e) + k], value);
      values.add(value);
    }
    functions.set(e, values);
    edges[e] = mixed;
  }

  /** Adds the gradients of the example that went forward last. */
  void backward(double[] gradient) {
    double[][] gradients = new double[nodes.length][];
    for (int node = 0; node < nodes.length; node++) {
      gradients[node] = new double[family.length(node)];
    }
    gradients[nodes.length - 1] = gradient;
    for (int node = nodes.length - 1; node > 0; node--) {
      List<double[]> pulled = family.aggregation(node).pullback(values(node), gradients[node]);
      List<Integer> into = family.into(node);
      for (int i = 0; i < pulled.size(); i++) {
        pull(into.get(i), pulled.get(i), gradients);
      }
    }
  }

  private void pull(int e, double[] gradient, double[][] gradients) {
    MixedEdge edge = family.edges().get(e);
    for (int k = 0; k < edge.functions().size(); k++) {
      int coordinate = family.structureOffset(e) + k;
      structureGradient[coordinate] += dot(functions.get(e).get(k), gradient);
      double[] scaled = new double[gradient.length];
      add(scaled, gamma[coordinate], gradient);
      BaseFunction.Pulled pulled =
          edge.functions().get(k).pullback(weights.get(e).get(k), nodes[edge.from()], scaled);
      add(gradients[edge.from()], 1, pulled.input());
      for (int i = 0; i < pulled.weights().length; i++) {
        weightGradient[family.weightOffset(e, k) + i] += pulled.weights()[i];
      }
    }
  }

  double[] weightGradient() {
    return weightGradient.clone();
  }

  double[] structureGradient() {
    return structureGradient.clone();
  }

  private static void add(double[] sum, double factor, double[] term) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * term[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
