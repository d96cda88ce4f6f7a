package org.simplexity.method.ensemble;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.simplexity.kernel.Network;
import org.simplexity.method.NetworkWeights;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellType;
import org.simplexity.space.Edge;
import org.simplexity.space.EdgePosition;
import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;

/** What the finished phases of a study have found, as arrays that a checkpoint keeps. */
final class Ledger {
  private static final String PARAMETERS = "parameters.";
  private static final String STATISTICS = "statistics.";
  private static final String COST = "cost.";

  private final StructureLayout layout;
  private final int classes;
  private final Map<String, double[]> arrays = new LinkedHashMap<>();

  Ledger(StructureLayout layout, int classes) {
    this.layout = layout;
    this.classes = classes;
  }

  void put(String name, double[] array) {
    arrays.put(name, array.clone());
  }

  double[] array(String name) {
    double[] array = arrays.get(name);
    if (array == null) {
      throw new IllegalStateException(
          "no phase has found \"%s\" yet; there is %s".formatted(name, arrays.keySet()));
    }
    return array.clone();
  }

  /** Every array by name. */
  Map<String, double[]> arrays() {
    return arrays;
  }

  void replace(Map<String, double[]> all) {
    arrays.clear();
    arrays.putAll(all);
  }

  /** Ones at the operations of a discrete structure. */
  void putGenotype(String member, Genotype genotype) {
    double[] ones = new double[layout.length()];
    for (CellType type : CellType.values()) {
      Set<Edge> chosen = new HashSet<>(genotype.cell(type).edges());
      for (int e = 0; e < layout.edges().size(); e++) {
        for (int k = 0; k < layout.operations().size(); k++) {
          ones[layout.offset(type, e) + k] = chosen.contains(edge(e, k)) ? 1 : 0;
        }
      }
    }
    put("genotype." + member, ones);
  }

  private Edge edge(int number, int operation) {
    EdgePosition position = layout.edges().get(number);
    return new Edge(position.from(), position.to(), layout.operations().get(operation));
  }

  Genotype genotype(String member) {
    double[] ones = array("genotype." + member);
    return new Genotype(cell(ones, CellType.NORMAL), cell(ones, CellType.REDUCTION));
  }

  private CellGenotype cell(double[] ones, CellType type) {
    List<Edge> edges = new ArrayList<>();
    for (int e = 0; e < layout.edges().size(); e++) {
      for (int k = 0; k < layout.operations().size(); k++) {
        if (ones[layout.offset(type, e) + k] > 0) {
          edges.add(edge(e, k));
        }
      }
    }
    int last = layout.edges().get(layout.edges().size() - 1).to();
    return CellGenotype.of(last - CellGenotype.INPUTS + 1, edges);
  }

  /** Weights of a supernet, until others take the same name. */
  void putWeights(String name, double[] parameters, double[] statistics) {
    put(PARAMETERS + name, parameters);
    put(STATISTICS + name, statistics);
  }

  NetworkWeights weights(String name, Network supernet) {
    return NetworkWeights.of(
        supernet, single(array(PARAMETERS + name)), single(array(STATISTICS + name)));
  }

  void dropWeights(String name) {
    arrays.remove(PARAMETERS + name);
    arrays.remove(STATISTICS + name);
  }

  private static float[] single(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (float) values[i];
    }
    return result;
  }

  ClassProbabilities probabilities(String name) {
    return new ClassProbabilities(classes, array("probabilities." + name));
  }

  void putProbabilities(String name, ClassProbabilities probabilities) {
    put("probabilities." + name, probabilities.values());
  }

  Cost cost(String phase) {
    double[] values = arrays.getOrDefault(COST + phase, new double[2]);
    return new Cost(values[0], values[1]);
  }

  void addCost(String phase, Cost more) {
    Cost sum = cost(phase).plus(more);
    put(COST + phase, new double[] {sum.seconds(), sum.multiplyAdds()});
  }
}
