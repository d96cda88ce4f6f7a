package org.simplexity.stage.family;

import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.experiment.task.EpochTask;
import org.simplexity.method.MethodState;
import org.simplexity.method.family.CostTables;
import org.simplexity.method.family.StructureFamilyEpoch;
import org.simplexity.method.family.StructureFamilySearch;
import org.simplexity.space.StructureLayout;

/** Epochs of a search with their metrics; the costs belong to its state. Not safe for threads. */
final class FamilyEpochs implements EpochTask {
  private final StructureFamilySearch search;
  private final StructureLayout layout;
  private CostTables costs;

  FamilyEpochs(StructureFamilySearch search, CostTables costs) {
    this.search = search;
    this.layout = costs.layout();
    this.costs = costs;
  }

  /** The costs that the search goes by. */
  CostTables costs() {
    return costs;
  }

  @Override
  public Map<String, Double> epoch(int epoch) {
    StructureFamilyEpoch result = search.epoch(epoch);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("train/loss", result.train().loss());
    values.put("train/accuracy", result.train().accuracy());
    values.put("validation/loss", result.validation().loss());
    values.put("validation/accuracy", result.validation().accuracy());
    values.put("family/priced_cost", result.cost());
    values.put("structure/temperature", result.temperature());
    values.put("learning_rate", result.learningRate());
    return values;
  }

  @Override
  public MethodState state() {
    Map<String, double[]> arrays = search.state().arrays();
    costs.save(arrays);
    return new MethodState(arrays);
  }

  @Override
  public void restore(MethodState state) {
    search.restore(state);
    costs = CostTables.restored(state, layout);
  }
}
