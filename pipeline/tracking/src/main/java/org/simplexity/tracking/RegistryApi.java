package org.simplexity.tracking;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.mlflow.api.proto.ModelRegistry.CreateModelVersion;
import org.mlflow.api.proto.ModelRegistry.CreateRegisteredModel;
import org.mlflow.api.proto.ModelRegistry.DeleteRegisteredModelAlias;
import org.mlflow.api.proto.ModelRegistry.GetModelVersion;
import org.mlflow.api.proto.ModelRegistry.GetRegisteredModel;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.RegisteredModel;
import org.mlflow.api.proto.ModelRegistry.SearchModelVersions;
import org.mlflow.api.proto.ModelRegistry.SetModelVersionTag;
import org.mlflow.api.proto.ModelRegistry.SetRegisteredModelAlias;

/** The part of MLflow's REST interface about registered models, one request a method. */
final class RegistryApi {
  private final MlflowApi api;

  RegistryApi(MlflowApi api) {
    this.api = api;
  }

  Optional<RegisteredModel> model(String name) throws IOException {
    try {
      GetRegisteredModel.Response.Builder answer = GetRegisteredModel.Response.newBuilder();
      api.get("registered-models/get", Map.of("name", name), answer);
      return Optional.of(answer.getRegisteredModel());
    } catch (Refusal refusal) {
      if (refusal.code().equals("RESOURCE_DOES_NOT_EXIST")) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  /** Makes a model unless there is one, perhaps by an earlier try or another process. */
  void requireModel(String name) throws IOException {
    if (model(name).isPresent()) {
      return;
    }
    try {
      api.post(
          "registered-models/create",
          CreateRegisteredModel.newBuilder().setName(name),
          CreateRegisteredModel.Response.newBuilder());
    } catch (Refusal refusal) {
      if (!refusal.code().equals("RESOURCE_ALREADY_EXISTS")) {
        throw refusal;
      }
    }
  }

  ModelVersion version(String model, String version) throws IOException {
    GetModelVersion.Response.Builder answer = GetModelVersion.Response.newBuilder();
    api.get("model-versions/get", Map.of("name", model, "version", version), answer);
    return answer.getModelVersion();
  }

  ModelVersion create(CreateModelVersion request) throws IOException {
    CreateModelVersion.Response.Builder answer = CreateModelVersion.Response.newBuilder();
    api.post("model-versions/create", request, answer);
    return answer.getModelVersion();
  }

  SearchModelVersions.Response search(String filter, int most, String pageToken)
      throws IOException {
    SearchModelVersions.Response.Builder answer = SearchModelVersions.Response.newBuilder();
    Map<String, String> query =
        Map.of("filter", filter, "max_results", Integer.toString(most), "page_token", pageToken);
    api.get("model-versions/search", query, answer);
    return answer.build();
  }

  void tag(SetModelVersionTag request) throws IOException {
    api.post("model-versions/set-tag", request, SetModelVersionTag.Response.newBuilder());
  }

  void setAlias(SetRegisteredModelAlias request) throws IOException {
    api.post("registered-models/alias", request, SetRegisteredModelAlias.Response.newBuilder());
  }

  void deleteAlias(String model, String alias) throws IOException {
    api.delete(
        "registered-models/alias",
        DeleteRegisteredModelAlias.newBuilder().setName(model).setAlias(alias));
  }
}
