package org.simplexity.tracking;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlflow.api.proto.Service.LogBatch;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.RunTag;

/**
 * Metrics, parameters and tags cut into requests that MLflow takes: so many entities, at most 100
 * parameters, 100 tags, so many bytes.
 */
final class LogBatches {
  private static final int MOST_PARAMETERS_OR_TAGS = 100;
  private final String run;
  private final Batching batching;
  private final List<Metric> metrics = new ArrayList<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Map<String, String> tags = new LinkedHashMap<>();

  LogBatches(String run, Batching batching) {
    this.run = run;
    this.batching = batching;
  }

  /** How many entities an entry brings; 0 for one that does not go into batches. */
  static int entities(Entry entry) {
    if (entry instanceof Entry.Metrics metrics) {
      return metrics.values().size();
    }
    if (entry instanceof Entry.Parameters parameters) {
      return parameters.values().size();
    }
    return entry instanceof Entry.Tags tags ? tags.values().size() : 0;
  }

  /** Adds an entry; of a tag's values the last one counts. */
  void add(Entry entry) {
    if (entry instanceof Entry.Metrics values) {
      values.values().forEach((key, value) -> metrics.add(metric(key, value, values)));
    } else if (entry instanceof Entry.Parameters values) {
      parameters.putAll(values.values());
    } else if (entry instanceof Entry.Tags values) {
      tags.putAll(values.values());
    }
  }

  private static Metric metric(String key, double value, Entry.Metrics at) {
    return Metric.newBuilder()
        .setKey(key)
        .setValue(value)
        .setTimestamp(at.time())
        .setStep(at.step())
        .build();
  }

  /** The requests as JSON, in order. */
  List<String> requests() throws IOException {
    List<Param> params =
        parameters.entrySet().stream()
            .map(e -> Param.newBuilder().setKey(e.getKey()).setValue(e.getValue()).build())
            .toList();
    List<RunTag> runTags =
        tags.entrySet().stream()
            .map(e -> RunTag.newBuilder().setKey(e.getKey()).setValue(e.getValue()).build())
            .toList();
    List<String> requests = new ArrayList<>();
    int small = Math.min(MOST_PARAMETERS_OR_TAGS, batching.entities());
    for (List<Param> part : parts(params, small)) {
      print(LogBatch.newBuilder().setRunId(run).addAllParams(part), requests);
    }
    for (List<RunTag> part : parts(runTags, small)) {
      print(LogBatch.newBuilder().setRunId(run).addAllTags(part), requests);
    }
    for (List<Metric> part : parts(metrics, batching.entities())) {
      print(LogBatch.newBuilder().setRunId(run).addAllMetrics(part), requests);
    }
    return requests;
  }

  private static <T> List<List<T>> parts(List<T> all, int most) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      parts.add(all.subList(from, Math.min(all.size(), from + most)));
    }
    return parts;
  }

  private void print(LogBatch.Builder batch, List<String> requests) throws IOException {
    String json = MlflowApi.json(batch);
    int count = batch.getMetricsCount() + batch.getParamsCount() + batch.getTagsCount();
    if (count == 1 || json.getBytes(StandardCharsets.UTF_8).length <= batching.bytes()) {
      requests.add(json);
      return;
    }
    print(half(batch, 0), requests);
    print(half(batch, 1), requests);
  }

  private LogBatch.Builder half(LogBatch.Builder batch, int which) {
    return LogBatch.newBuilder()
        .setRunId(run)
        .addAllMetrics(half(batch.getMetricsList(), which))
        .addAllParams(half(batch.getParamsList(), which))
        .addAllTags(half(batch.getTagsList(), which));
  }

  private static <T> List<T> half(List<T> all, int which) {
    int middle = all.size() / 2;
    return which == 0 ? all.subList(0, middle) : all.subList(middle, all.size());
  }
}
