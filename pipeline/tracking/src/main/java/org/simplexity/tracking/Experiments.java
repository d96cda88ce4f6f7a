package org.simplexity.tracking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.SearchExperiments;

/** Ids of experiments by name; missing ones are made, also when several processes do so at once. */
final class Experiments {
  private static final int PAGE = 1000;
  private final MlflowApi api;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  Experiments(MlflowApi api) {
    this.api = api;
  }

  /** Id of an experiment, if there is one that is not deleted. */
  Optional<String> find(String name) throws IOException {
    return api.experiment(name).filter(Experiments::active).map(Experiment::getExperimentId);
  }

  /** Names of all experiments that are not deleted, over all pages, in order. */
  List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    SearchExperiments.Builder search = SearchExperiments.newBuilder().setMaxResults(PAGE);
    String next;
    do {
      SearchExperiments.Response answer = api.experiments(search.build());
      answer.getExperimentsList().forEach(experiment -> names.add(experiment.getName()));
      next = answer.getNextPageToken();
      search.setPageToken(next);
    } while (!next.isEmpty());
    Collections.sort(names);
    return names;
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
