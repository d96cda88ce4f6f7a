package org.simplexity.tracking;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlflow.api.proto.Service;
import org.mlflow.api.proto.Service.InputTag;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunTag;

/** Reads what the server says about runs. */
final class Runs {
  static final String PARENT = "mlflow.parentRunId";

  /** Tag of a data set that says what the run does with it. */
  static final String CONTEXT = "mlflow.data.context";

  private Runs() {}

  static RunSummary summary(Run run) {
    RunInfo info = run.getInfo();
    Map<String, String> tags = tags(run);
    RunStatus status = RunStatus.valueOf(info.getStatus().name());
    return new RunSummary(
        info.getRunId(),
        info.getRunName(),
        status,
        tags,
        parameters(run),
        metrics(run.getData().getMetricsList()),
        Instant.ofEpochMilli(info.getStartTime()),
        status.ended() ? Instant.ofEpochMilli(info.getEndTime()) : null,
        tags.get(PARENT));
  }

  static Map<String, String> parameters(Run run) {
    Map<String, String> values = new TreeMap<>();
    for (Param param : run.getData().getParamsList()) {
      values.put(param.getKey(), param.getValue());
    }
    return values;
  }

  static Map<String, String> tags(Run run) {
    Map<String, String> values = new TreeMap<>();
    for (RunTag tag : run.getData().getTagsList()) {
      values.put(tag.getKey(), tag.getValue());
    }
    return values;
  }

  /** By name. */
  static List<DatasetInput> datasets(Run run) {
    return run.getInputs().getDatasetInputsList().stream()
        .map(Runs::dataset)
        .sorted(Comparator.comparing(DatasetInput::name))
        .toList();
  }

  private static DatasetInput dataset(Service.DatasetInput input) {
    Service.Dataset dataset = input.getDataset();
    String context =
        input.getTagsList().stream()
            .filter(tag -> tag.getKey().equals(CONTEXT))
            .map(InputTag::getValue)
            .findFirst()
            .orElse(DatasetContext.TRAIN.word());
    return new DatasetInput(
        dataset.getName(),
        dataset.getDigest(),
        dataset.getSource(),
        DatasetContext.of(context),
        dataset.hasSchema() ? dataset.getSchema() : null,
        dataset.hasProfile() ? dataset.getProfile() : null);
  }

  static MetricPoint point(Metric metric) {
    return new MetricPoint(
        metric.getStep(), value(metric), Instant.ofEpochMilli(metric.getTimestamp()));
  }

  private static Map<String, Double> metrics(List<Metric> latest) {
    Map<String, Double> values = new HashMap<>();
    latest.forEach(metric -> values.put(metric.getKey(), value(metric)));
    return values;
  }

  /** The server keeps an infinite value as the largest finite one. */
  private static double value(Metric metric) {
    double value = metric.getValue();
    return Math.abs(value) == Double.MAX_VALUE
        ? Math.copySign(Double.POSITIVE_INFINITY, value)
        : value;
  }
}
