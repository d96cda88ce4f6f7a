package org.simplexity.tracking;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mlflow.api.proto.ModelRegistry.CreateModelVersion;
import org.mlflow.api.proto.ModelRegistry.ModelVersionTag;
import org.mlflow.api.proto.ModelRegistry.RegisteredModel;
import org.mlflow.api.proto.ModelRegistry.RegisteredModelAlias;
import org.mlflow.api.proto.ModelRegistry.SearchModelVersions;
import org.mlflow.api.proto.ModelRegistry.SetModelVersionTag;
import org.mlflow.api.proto.ModelRegistry.SetRegisteredModelAlias;

/** Models in MLflow's model registry (MLflow documentation, "REST API", "Model registry"). */
final class ModelRegistry implements Models {
  private static final int PAGE = 1000;
  private final MlflowApi runs;
  private final RegistryApi api;
  private final Patience patience;

  ModelRegistry(MlflowApi runs, Patience patience) {
    this.runs = runs;
    this.api = new RegistryApi(runs);
    this.patience = patience;
  }

  @Override
  public Optional<ModelVersion> find(String model, String alias) {
    return patience.ask(
        "find alias " + alias + " of model \"" + model + "\"",
        () -> {
          Long version = aliases(api.model(model)).get(alias);
          return version == null
              ? Optional.empty()
              : Optional.of(read(api.version(model, version.toString())));
        });
  }

  @Override
  public Map<String, Long> aliases(String model) {
    return patience.ask("list aliases of model \"" + model + "\"", () -> aliases(api.model(model)));
  }

  private static Map<String, Long> aliases(Optional<RegisteredModel> model) {
    Map<String, Long> versions = new TreeMap<>();
    for (RegisteredModelAlias alias :
        model.map(RegisteredModel::getAliasesList).orElse(List.of())) {
      versions.put(alias.getAlias(), Long.parseLong(alias.getVersion()));
    }
    return versions;
  }

  @Override
  public List<ModelVersion> versions(String model) {
    return patience.ask(
        "list versions of model \"" + model + "\"",
        () -> {
          Map<String, Long> aliases = aliases(api.model(model));
          return all(model).stream()
              .map(version -> withAliases(version, aliases))
              .sorted(Comparator.comparingLong(ModelVersion::version).reversed())
              .toList();
        });
  }

  /** Every version, over all pages; the filter language has no escape for quotes. */
  private List<ModelVersion> all(String model) throws IOException {
    boolean quoted = model.indexOf('\'') >= 0 || model.indexOf('\\') >= 0;
    String filter = quoted ? "" : "name='" + model + "'";
    List<ModelVersion> found = new ArrayList<>();
    String next = "";
    do {
      SearchModelVersions.Response page = api.search(filter, PAGE, next);
      page.getModelVersionsList().stream()
          .filter(version -> version.getName().equals(model))
          .map(ModelRegistry::read)
          .forEach(found::add);
      next = page.getNextPageToken();
    } while (!next.isEmpty());
    return found;
  }

  /** A search does not tell aliases. */
  private static ModelVersion withAliases(ModelVersion version, Map<String, Long> aliases) {
    List<String> own =
        aliases.entrySet().stream()
            .filter(alias -> alias.getValue() == version.version())
            .map(Map.Entry::getKey)
            .toList();
    return new ModelVersion(
        version.model(),
        version.version(),
        version.runId(),
        version.source(),
        version.tags(),
        own,
        version.made());
  }

  @Override
  public ModelVersion register(NewVersion version) {
    return patience.ask(
        "register run " + version.runId() + " as model \"" + version.model() + "\"",
        () -> registered(version));
  }

  private ModelVersion registered(NewVersion wanted) throws IOException {
    String root = runs.run(wanted.runId()).getInfo().getArtifactUri();
    String source = wanted.path().isEmpty() ? root : root + "/" + wanted.path();
    api.requireModel(wanted.model());
    Optional<ModelVersion> before =
        all(wanted.model()).stream()
            .filter(v -> v.runId().equals(wanted.runId()) && v.source().equals(source))
            .max(Comparator.comparingLong(ModelVersion::version));
    if (before.isEmpty()) {
      return read(api.create(message(wanted, source)));
    }
    setTags(before.get(), wanted.tags());
    return read(api.version(wanted.model(), Long.toString(before.get().version())));
  }

  private static CreateModelVersion message(NewVersion wanted, String source) {
    CreateModelVersion.Builder message =
        CreateModelVersion.newBuilder()
            .setName(wanted.model())
            .setRunId(wanted.runId())
            .setSource(source);
    new TreeMap<>(wanted.tags())
        .forEach(
            (key, value) ->
                message.addTags(ModelVersionTag.newBuilder().setKey(key).setValue(value)));
    return message.build();
  }

  @Override
  public void point(ModelVersion version, String alias) {
    SetRegisteredModelAlias request =
        SetRegisteredModelAlias.newBuilder()
            .setName(version.model())
            .setAlias(ModelNames.requireAlias(alias))
            .setVersion(Long.toString(version.version()))
            .build();
    patience.order(
        "point alias " + alias + " to version " + version.version() + " of " + version.model(),
        () -> api.setAlias(request));
  }

  @Override
  public void unpoint(String model, String alias) {
    patience.order(
        "take alias " + alias + " from model \"" + model + "\"",
        () -> {
          if (aliases(api.model(model)).containsKey(alias)) {
            api.deleteAlias(model, alias);
          }
        });
  }

  @Override
  public void tag(ModelVersion version, Map<String, String> tags) {
    tags.keySet().forEach(key -> Names.require("tag", key));
    patience.order(
        "tag version " + version.version() + " of model \"" + version.model() + "\"",
        () -> setTags(version, tags));
  }

  private void setTags(ModelVersion version, Map<String, String> tags) throws IOException {
    for (Map.Entry<String, String> tag : new TreeMap<>(tags).entrySet()) {
      api.tag(
          SetModelVersionTag.newBuilder()
              .setName(version.model())
              .setVersion(Long.toString(version.version()))
              .setKey(tag.getKey())
              .setValue(tag.getValue())
              .build());
    }
  }

  private static ModelVersion read(org.mlflow.api.proto.ModelRegistry.ModelVersion version) {
    Map<String, String> tags = new HashMap<>();
    version.getTagsList().forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
    return new ModelVersion(
        version.getName(),
        Long.parseLong(version.getVersion()),
        version.getRunId(),
        version.getSource(),
        tags,
        version.getAliasesList(),
        Instant.ofEpochMilli(version.getCreationTimestamp()));
  }
}
