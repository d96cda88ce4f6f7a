package org.simplexity.stage.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.EpochTask;
import org.simplexity.experiment.task.PeakMemory;
import org.simplexity.method.Discretisation;
import org.simplexity.method.MethodState;
import org.simplexity.method.SearchEpoch;
import org.simplexity.method.StructureDiagnosis;
import org.simplexity.method.StructureSearch;
import org.simplexity.space.CellType;
import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;

/** Epochs of a search with their metrics: scores, and how the structure stands. */
final class SearchEpochs implements EpochTask {
  private static final List<String> HEADLINE =
      List.of(
          "validation/accuracy",
          "validation/loss",
          "structure/entropy",
          "structure/skip_connections");

  private static final int[] PRECISION_PERCENTS = {10, 50, 90};

  private final StructureSearch search;
  private final Discretisation discretisation;

  SearchEpochs(StructureSearch search, Discretisation discretisation) {
    this.search = search;
    this.discretisation = discretisation;
  }

  @Override
  public Map<String, Double> epoch(int epoch) {
    SearchEpoch result = search.epoch(epoch);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("train/loss", result.train().loss());
    values.put("train/accuracy", result.train().accuracy());
    values.put("validation/loss", result.validation().loss());
    values.put("validation/accuracy", result.validation().accuracy());
    values.put("learning_rate", result.learningRate());
    double[] gamma = search.structure().gamma();
    StructureLayout layout = search.structure().layout();
    values.put("structure/entropy", search.structure().entropy());
    values.put("structure/skip_connections", (double) skips(discretisation.apply(gamma)));
    putDiagnosis(result.diagnosis(), values);
    putGamma(layout, gamma, values);
    return values;
  }

  private void putDiagnosis(StructureDiagnosis diagnosis, Map<String, Double> values) {
    values.put("structure/gradient_norm", diagnosis.gradientNorm());
    values.put("structure/gap", diagnosis.gap());
    values.put("structure/stuck_edges", (double) diagnosis.stuck());
    values.put("structure/restarted_edges", (double) diagnosis.restarted());
    values.put("structure/frozen", diagnosis.frozen() ? 1.0 : 0.0);
    diagnosis.eigenvalue().ifPresent(value -> values.put("structure/hessian_eigenvalue", value));
    for (int percent : PRECISION_PERCENTS) {
      search
          .precisionQuantile(percent / 100.0)
          .ifPresent(value -> values.put("precision/percentile_" + percent, value));
    }
  }

  private static long skips(Genotype genotype) {
    return genotype.normal().count("skip_connect") + genotype.reduction().count("skip_connect");
  }

  private static void putGamma(StructureLayout layout, double[] gamma, Map<String, Double> values) {
    for (CellType type : CellType.values()) {
      for (int edge = 0; edge < layout.edges().size(); edge++) {
        for (int k = 0; k < layout.operations().size(); k++) {
          values.put(
              "structure/gamma/%s/%s/%s"
                  .formatted(
                      type.label(), layout.edges().get(edge).label(), layout.operations().get(k)),
              gamma[layout.offset(type, edge) + k]);
        }
      }
    }
  }

  /** Headline metrics of a search that is done. */
  Map<String, Double> headline(EpochLoop.Result result) {
    Map<String, Double> headline = result.pick(HEADLINE);
    headline.put("model/parameters", (double) search.supernet().parameters().length());
    headline.put("model/multiply_adds", (double) search.supernet().multiplyAdds());
    headline.put("time/total_seconds", result.seconds());
    PeakMemory.megabytes().ifPresent(peak -> headline.put("memory/peak_mb", peak));
    return headline;
  }

  @Override
  public MethodState state() {
    return search.state();
  }

  @Override
  public void restore(MethodState state) {
    search.restore(state);
  }
}
