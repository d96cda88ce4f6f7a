package org.simplexity.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.simplexity.airflow.api.model.BackfillResponse;
import org.simplexity.airflow.api.model.DAGDetailsResponse;
import org.simplexity.airflow.api.model.DAGRunResponse;
import org.simplexity.airflow.api.model.TaskInstanceResponse;

/** From the generated client's types to ours. */
final class Answers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  static DagRun run(DAGRunResponse answer) {
    return new DagRun(
        answer.getDagId(),
        answer.getDagRunId(),
        RunState.of(answer.getState().getValue()),
        values(answer.getConf()),
        instant(answer.getQueuedAt()),
        instant(answer.getStartDate()),
        instant(answer.getEndDate()));
  }

  static TaskInstance task(TaskInstanceResponse answer) {
    return new TaskInstance(
        answer.getTaskId(),
        answer.getMapIndex(),
        Optional.ofNullable(answer.getRenderedMapIndex()),
        answer.getState() == null ? TaskState.NONE : TaskState.of(answer.getState().getValue()),
        answer.getTryNumber(),
        instant(answer.getStartDate()),
        instant(answer.getEndDate()));
  }

  static Dag dag(DAGDetailsResponse answer) {
    Map<String, Dag.Param> params = new LinkedHashMap<>();
    values(answer.getParams())
        .forEach(
            (key, param) ->
                params.put(key, new Dag.Param(param.path("value"), param.path("schema"))));
    return new Dag(
        answer.getDagId(),
        answer.getIsPaused(),
        answer.getRelativeFileloc() == null ? answer.getFileloc() : answer.getRelativeFileloc(),
        answer.getFileToken(),
        params);
  }

  static Backfill backfill(BackfillResponse answer) {
    return new Backfill(answer.getId(), answer.getDagId(), instant(answer.getCompletedAt()));
  }

  /** One entry of a log: a line as text, or an object with what was said and when. */
  static LogLine line(Object entry) {
    JsonNode node = json(entry);
    if (node.isTextual()) {
      return new LogLine(Optional.empty(), "", node.asText());
    }
    StringBuilder text = new StringBuilder(node.path("event").asText());
    for (JsonNode error : node.path("error_detail")) {
      text.append(": ").append(error.path("exc_type").asText());
      text.append(": ").append(error.path("exc_value").asText());
    }
    Optional<Instant> time =
        Optional.ofNullable(node.get("timestamp")).map(JsonNode::asText).map(Instant::parse);
    return new LogLine(time, node.path("level").asText(), text.toString());
  }

  static JsonNode json(@Nullable Object value) {
    return JSON.valueToTree(value);
  }

  private static Map<String, JsonNode> values(@Nullable Map<String, Object> conf) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    if (conf != null) {
      conf.forEach((key, value) -> values.put(key, json(value)));
    }
    return values;
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }
}
