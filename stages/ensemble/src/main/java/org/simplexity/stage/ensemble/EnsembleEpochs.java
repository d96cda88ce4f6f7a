package org.simplexity.stage.ensemble;

import java.util.Map;
import org.simplexity.experiment.task.EpochTask;
import org.simplexity.method.MethodState;
import org.simplexity.method.ensemble.EnsembleStudy;

/**
 * Epochs of all phases of a study, one after another.
 *
 * @param study study
 */
record EnsembleEpochs(EnsembleStudy study) implements EpochTask {
  @Override
  public Map<String, Double> epoch(int epoch) {
    return study.epoch(epoch);
  }

  @Override
  public MethodState state() {
    return study.state();
  }

  @Override
  public void restore(MethodState state) {
    study.restore(state);
  }
}
