package org.simplexity.tracking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mlflow.api.proto.Service;
import org.mlflow.api.proto.Service.Dataset;
import org.mlflow.api.proto.Service.InputTag;
import org.mlflow.api.proto.Service.LogInputs;
import org.mlflow.api.proto.Service.UpdateRun;

/**
 * Brings entries of a journal to the server. Everything here may be repeated without harm: points
 * of metrics carry their own times, and the server keeps equal points once; parameters, tags, data
 * sets, artifacts and the status are set, not added.
 */
final class Delivery {
  private final MlflowApi api;
  private final ArtifactStore store;
  private final Batching batching;

  Delivery(MlflowApi api, ArtifactStore store, Batching batching) {
    this.api = api;
    this.store = store;
    this.batching = batching;
  }

  /** Sends the first of some lines, as many as go together, and returns the offset after them. */
  long send(Entry.Head head, List<Journal.Line> lines, Spool spool) throws IOException {
    List<Journal.Line> together = together(lines);
    Journal.Line first = together.get(0);
    Entry entry = first.entry();
    if (entry instanceof Entry.Data data) {
      api.logInputs(inputs(head.run(), data.input()));
    } else if (entry instanceof Entry.Artifact file) {
      store.put(head.artifacts(), file.path(), spool.file(file.spool()), file.contentType());
    } else if (entry instanceof Entry.End end) {
      api.update(update(head.run(), end.status(), end.time()));
    } else {
      sendBatch(head.run(), together);
    }
    return together.get(together.size() - 1).end();
  }

  private List<Journal.Line> together(List<Journal.Line> lines) {
    List<Journal.Line> together = new ArrayList<>();
    int entities = 0;
    for (Journal.Line line : lines) {
      int more = LogBatches.entities(line.entry());
      boolean fits = more > 0 && entities + more <= batching.entities();
      if (!together.isEmpty() && !fits) {
        break;
      }
      together.add(line);
      entities += more;
      if (more == 0) {
        break;
      }
    }
    return together;
  }

  private void sendBatch(String run, List<Journal.Line> lines) throws IOException {
    LogBatches batches = new LogBatches(run, batching);
    lines.forEach(line -> batches.add(line.entry()));
    for (String request : batches.requests()) {
      api.logBatch(request);
    }
  }

  private static LogInputs inputs(String run, DatasetInput input) {
    Dataset.Builder dataset =
        Dataset.newBuilder()
            .setName(input.name())
            .setDigest(input.digest())
            .setSourceType("simplexity")
            .setSource(input.source());
    if (input.schema() != null) {
      dataset.setSchema(input.schema());
    }
    if (input.profile() != null) {
      dataset.setProfile(input.profile());
    }
    InputTag context =
        InputTag.newBuilder().setKey(Runs.CONTEXT).setValue(input.context().word()).build();
    return LogInputs.newBuilder()
        .setRunId(run)
        .addDatasets(Service.DatasetInput.newBuilder().setDataset(dataset).addTags(context))
        .build();
  }

  /** The request that sets a run's status; the end only if it is one. */
  static UpdateRun update(String run, RunStatus status, long time) {
    UpdateRun.Builder request =
        UpdateRun.newBuilder().setRunId(run).setStatus(Service.RunStatus.valueOf(status.name()));
    return status.ended() ? request.setEndTime(time).build() : request.build();
  }
}
