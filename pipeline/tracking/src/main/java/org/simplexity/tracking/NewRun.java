package org.simplexity.tracking;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.SearchRuns;

/**
 * Makes one run, once: if the answer to a first try was lost, the run that it made is found again
 * by a tag of its own.
 */
final class NewRun {
  private static final String REQUEST = "simplexity.request";
  private final MlflowApi api;
  private final Experiments experiments;
  private final RunRequest request;
  private final String mark = UUID.randomUUID().toString();
  private boolean tried;

  NewRun(MlflowApi api, Experiments experiments, RunRequest request) {
    this.api = api;
    this.experiments = experiments;
    this.request = request;
  }

  /** Makes the run, or finds it if an earlier call of this made it. */
  Run make() throws IOException {
    String experiment = experiments.require(request.experiment());
    if (tried) {
      SearchRuns search =
          SearchRuns.newBuilder()
              .addExperimentIds(experiment)
              .setFilter("tags.`" + REQUEST + "` = '" + mark + "'")
              .build();
      var found = api.search(search).getRunsList();
      if (!found.isEmpty()) {
        return found.get(0);
      }
    }
    tried = true;
    return api.createRun(message(experiment));
  }

  private CreateRun message(String experiment) {
    CreateRun.Builder message =
        CreateRun.newBuilder()
            .setExperimentId(experiment)
            .setRunName(request.name())
            .setStartTime(System.currentTimeMillis());
    tags()
        .forEach((key, value) -> message.addTags(RunTag.newBuilder().setKey(key).setValue(value)));
    return message.build();
  }

  private Map<String, String> tags() {
    Map<String, String> tags = new TreeMap<>();
    tags.put("mlflow.user", System.getProperty("user.name", "unknown"));
    tags.put("mlflow.source.type", "LOCAL");
    if (request.parent() != null) {
      tags.put(Runs.PARENT, request.parent());
    }
    tags.putAll(LongValues.TAGS.fit(request.tags()));
    tags.put(REQUEST, mark);
    return tags;
  }
}
