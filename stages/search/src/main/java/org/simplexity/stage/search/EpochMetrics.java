package org.simplexity.stage.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.method.ControllerEpoch;
import org.simplexity.method.ControllerSearch;
import org.simplexity.method.Score;
import org.simplexity.method.SearchEpoch;
import org.simplexity.method.StructureDiagnosis;
import org.simplexity.method.StructureSearch;
import org.simplexity.space.CellType;
import org.simplexity.space.StructureLayout;

/** What an epoch of each strategy came to, as metrics by name. */
final class EpochMetrics {
  private static final int[] PRECISION_PERCENTS = {10, 50, 90};

  private EpochMetrics() {}

  /** Scores, γ as it is, and how the edges fare. */
  static Map<String, Double> of(StructureSearch search, SearchEpoch epoch) {
    Map<String, Double> values = scores(epoch.train(), epoch.validation());
    values.put("learning_rate", epoch.learningRate());
    double[] gamma = search.gamma();
    values.put("structure/entropy", search.structure().entropy());
    putDiagnosis(epoch.diagnosis(), values);
    for (int percent : PRECISION_PERCENTS) {
      search
          .precisionQuantile(percent / 100.0)
          .ifPresent(value -> values.put("precision/percentile_" + percent, value));
    }
    put("structure/gamma", search.layout(), gamma, values);
    return values;
  }

  /** Scores, what the controller learned, and how often edges carried operations. */
  static Map<String, Double> of(ControllerSearch search, ControllerEpoch epoch) {
    Map<String, Double> values = scores(epoch.train(), epoch.validation());
    values.put("learning_rate", epoch.learningRate());
    epoch.learning().reward().ifPresent(value -> values.put("controller/reward", value));
    epoch.learning().baseline().ifPresent(value -> values.put("controller/baseline", value));
    values.put("controller/entropy", epoch.learning().entropy());
    List<Double> shares = epoch.shares();
    double[] vector = shares.stream().mapToDouble(Double::doubleValue).toArray();
    put("controller/share", search.layout(), vector, values);
    return values;
  }

  private static Map<String, Double> scores(Score train, Score validation) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("train/loss", train.loss());
    values.put("train/accuracy", train.accuracy());
    values.put("validation/loss", validation.loss());
    values.put("validation/accuracy", validation.accuracy());
    return values;
  }

  private static void putDiagnosis(StructureDiagnosis diagnosis, Map<String, Double> values) {
    values.put("structure/gradient_norm", diagnosis.gradientNorm());
    values.put("structure/gap", diagnosis.gap());
    values.put("structure/stuck_edges", (double) diagnosis.stuck());
    values.put("structure/restarted_edges", (double) diagnosis.restarted());
    values.put("structure/frozen", diagnosis.frozen() ? 1.0 : 0.0);
    diagnosis.eigenvalue().ifPresent(value -> values.put("structure/hessian_eigenvalue", value));
  }

  private static void put(
      String prefix, StructureLayout layout, double[] vector, Map<String, Double> values) {
    for (CellType type : CellType.values()) {
      for (int edge = 0; edge < layout.edges().size(); edge++) {
        for (int k = 0; k < layout.operations().size(); k++) {
          values.put(
              "%s/%s/%s/%s"
                  .formatted(
                      prefix,
                      type.label(),
                      layout.edges().get(edge).label(),
                      layout.operations().get(k)),
              vector[layout.offset(type, edge) + k]);
        }
      }
    }
  }
}
