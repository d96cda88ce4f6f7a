package org.simplexity.stage.adanet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.experiment.task.EpochTask;
import org.simplexity.method.MethodState;
import org.simplexity.method.Score;
import org.simplexity.method.adanet.AdaNet;
import org.simplexity.method.adanet.AdaNetEpoch;
import org.simplexity.method.adanet.AdaNetRow;

/**
 * Epochs of boosting with their metrics: of both candidates always, of the ensemble where an
 * iteration ends.
 *
 * @param ensemble ensemble
 */
record AdaNetEpochs(AdaNet ensemble) implements EpochTask {
  @Override
  public Map<String, Double> epoch(int epoch) {
    AdaNetEpoch result = ensemble.epoch(epoch);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("same/train/loss", result.same().loss());
    values.put("same/train/accuracy", result.same().accuracy());
    values.put("deeper/train/loss", result.deeper().loss());
    values.put("deeper/train/accuracy", result.deeper().accuracy());
    if (result.decided()) {
      putEnsemble(values);
    }
    return values;
  }

  private void putEnsemble(Map<String, Double> values) {
    Score validation = ensemble.validation();
    values.put("validation/loss", validation.loss());
    values.put("validation/accuracy", validation.accuracy());
    values.put("adanet/objective", ensemble.objective());
    values.put("adanet/members", (double) ensemble.members().size());
    List<AdaNetRow> rows = ensemble.rows();
    values.put("adanet/same_objective", rows.get(rows.size() - 2).objective());
    values.put("adanet/deeper_objective", rows.get(rows.size() - 1).objective());
  }

  @Override
  public boolean finished() {
    return ensemble.isFinished();
  }

  @Override
  public MethodState state() {
    return ensemble.state();
  }

  @Override
  public void restore(MethodState state) {
    ensemble.restore(state);
  }
}
