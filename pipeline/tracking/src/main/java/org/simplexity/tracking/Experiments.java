package org.simplexity.tracking;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mlflow.api.proto.Service.Experiment;

/** Ids of experiments by name; missing ones are made, also when several processes do so at once. */
final class Experiments {
  private final MlflowApi api;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  Experiments(MlflowApi api) {
    this.api = api;
  }

  /** Id of an experiment, if there is one that is not deleted. */
  Optional<String> find(String name) throws IOException {
    return api.experiment(name).filter(Experiments::active).map(Experiment::getExperimentId);
  }

  /** Id of an experiment that is made if there is none. */
  String require(String name) throws IOException {
    String id = known.get(name);
    if (id == null) {
      Optional<Experiment> found = api.experiment(name);
      id = found.isPresent() ? requireActive(found.get()) : create(name);
      known.put(name, id);
    }
    return id;
  }

  private String create(String name) throws IOException {
    try {
      return api.createExperiment(name);
    } catch (Refusal refusal) {
      if (refusal.code().equals("RESOURCE_ALREADY_EXISTS")) {
        return requireActive(api.experiment(name).orElseThrow(() -> refusal));
      }
      throw refusal;
    }
  }

  private static String requireActive(Experiment experiment) {
    if (!active(experiment)) {
      throw new TrackingException(
          "experiment \""
              + experiment.getName()
              + "\" was deleted in the tracker, which keeps its name; restore it there (mlflow"
              + " experiments restore --experiment-id "
              + experiment.getExperimentId()
              + ") or choose another name",
          null);
    }
    return experiment.getExperimentId();
  }

  private static boolean active(Experiment experiment) {
    return !experiment.getLifecycleStage().equals("deleted");
  }
}
