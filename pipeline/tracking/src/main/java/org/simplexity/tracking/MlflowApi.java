package org.simplexity.tracking;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.mlflow.api.proto.Service.CreateExperiment;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.ExperimentTag;
import org.mlflow.api.proto.Service.GetExperimentByName;
import org.mlflow.api.proto.Service.GetMetricHistory;
import org.mlflow.api.proto.Service.GetRun;
import org.mlflow.api.proto.Service.ListArtifacts;
import org.mlflow.api.proto.Service.LogInputs;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.SearchExperiments;
import org.mlflow.api.proto.Service.SearchRuns;
import org.mlflow.api.proto.Service.UpdateRun;
import org.mlflow_project.google.protobuf.Message;
import org.mlflow_project.google.protobuf.MessageOrBuilder;
import org.mlflow_project.google.protobuf.util.JsonFormat;

/**
 * The REST interface of MLflow, one request a method, in the messages of its Java client. Whether
 * to try again is the caller's business.
 */
final class MlflowApi {
  private static final String API = "/api/2.0/mlflow/";
  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer().preservingProtoFieldNames().omittingInsignificantWhitespace();
  private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();
  private final Http http;
  private final Address address;

  MlflowApi(Http http, Address address) {
    this.http = http;
    this.address = address;
  }

  /** JSON of a message, as it is posted. */
  static String json(MessageOrBuilder message) throws IOException {
    return PRINTER.print(message);
  }

  String version() throws IOException {
    return http.get(address.path("/version"));
  }

  Optional<Experiment> experiment(String name) throws IOException {
    try {
      GetExperimentByName.Response.Builder answer = GetExperimentByName.Response.newBuilder();
      get("experiments/get-by-name", Map.of("experiment_name", name), answer);
      return Optional.of(answer.getExperiment());
    } catch (Refusal refusal) {
      if (refusal.code().equals("RESOURCE_DOES_NOT_EXIST")) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  SearchExperiments.Response experiments(SearchExperiments request) throws IOException {
    SearchExperiments.Response.Builder answer = SearchExperiments.Response.newBuilder();
    post("experiments/search", request, answer);
    return answer.build();
  }

  String createExperiment(String name) throws IOException {
    CreateExperiment.Builder request =
        CreateExperiment.newBuilder()
            .setName(name)
            .addTags(
                ExperimentTag.newBuilder()
                    .setKey("mlflow.experimentKind")
                    .setValue("custom_model_development"));
    CreateExperiment.Response.Builder answer = CreateExperiment.Response.newBuilder();
    post("experiments/create", request, answer);
    return answer.getExperimentId();
  }

  Run createRun(CreateRun request) throws IOException {
    CreateRun.Response.Builder answer = CreateRun.Response.newBuilder();
    post("runs/create", request, answer);
    return answer.getRun();
  }

  Run run(String id) throws IOException {
    GetRun.Response.Builder answer = GetRun.Response.newBuilder();
    get("runs/get", Map.of("run_id", id), answer);
    return answer.getRun();
  }

  SearchRuns.Response search(SearchRuns request) throws IOException {
    SearchRuns.Response.Builder answer = SearchRuns.Response.newBuilder();
    post("runs/search", request, answer);
    return answer.build();
  }

  GetMetricHistory.Response history(String run, String key, int most, String pageToken)
      throws IOException {
    GetMetricHistory.Response.Builder answer = GetMetricHistory.Response.newBuilder();
    Map<String, String> query =
        Map.of(
            "run_id", run,
            "metric_key", key,
            "max_results", Integer.toString(most),
            "page_token", pageToken);
    get("metrics/get-history", query, answer);
    return answer.build();
  }

  ListArtifacts.Response artifacts(String run, String path, String pageToken) throws IOException {
    ListArtifacts.Response.Builder answer = ListArtifacts.Response.newBuilder();
    Map<String, String> query = Map.of("run_id", run, "path", path, "page_token", pageToken);
    get("artifacts/list", query, answer);
    return answer.build();
  }

  /** Posts the JSON of a {@code LogBatch}. */
  void logBatch(String json) throws IOException {
    http.post(address.path(API + "runs/log-batch"), json);
  }

  void logInputs(LogInputs request) throws IOException {
    post("runs/log-inputs", request, LogInputs.Response.newBuilder());
  }

  void update(UpdateRun request) throws IOException {
    post("runs/update", request, UpdateRun.Response.newBuilder());
  }

  /** One question of the interface, read into a message. */
  void get(String method, Map<String, String> query, Message.Builder answer) throws IOException {
    PARSER.merge(http.get(address.path(API + method, query)), answer);
  }

  /** One message posted, its answer read into another. */
  void post(String method, MessageOrBuilder request, Message.Builder answer) throws IOException {
    PARSER.merge(http.post(address.path(API + method), json(request)), answer);
  }

  /** One message that takes something away. */
  void delete(String method, MessageOrBuilder request) throws IOException {
    http.delete(address.path(API + method), json(request));
  }
}
