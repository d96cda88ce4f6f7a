package org.simplexity.experiment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.stage.Flat;

class EngineDescriptionTest {
  private static final String TEXT =
      "name: d\nsearch: {epochs: 7}\ndata: {limit: 10}\nsweep: {seed: [1, 2]}\n";
  private final ExperimentFile file = ExperimentFile.parse("d.yaml", TEXT, List.of());
  private final JsonNode description = EngineDescription.of(file);

  @Test
  void everyKeyOfAnExperimentIsAParameterAndTheSweepIsOne() {
    List<String> keys = new ArrayList<>(Flat.parameters(file.experiment()).keySet());
    keys.add("sweep");
    assertThat(description.path("parameters").findValuesAsText("key"))
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void aParameterHasTheValueOfTheFileAndASchemaThatFormsUnderstand() {
    JsonNode epochs = parameter("search.epochs");
    assertThat(epochs.path("value").asInt()).isEqualTo(7);
    assertThat(epochs.path("section").asText()).isEqualTo("search");
    assertThat(epochs.at("/schema/type").asText()).isEqualTo("integer");
    assertThat(epochs.at("/schema/description").asText()).isNotBlank();
    assertThat(epochs.at("/schema").has("default")).isFalse();
    JsonNode limit = parameter("data.limit");
    assertThat(limit.at("/schema/type").toString()).isEqualTo("[\"integer\",\"null\"]");
    assertThat(limit.at("/schema/exclusiveMinimum").asInt()).isZero();
    assertThat(parameter("sweep").path("value").toString()).isEqualTo("{\"seed\":[1,2]}");
    assertThat(parameter("seed").path("section").asText()).isEqualTo("experiment");
  }

  @Test
  void stagesComeInTheOrderOfTheWorkAndWhatGathersWaitsForAllBeforeIt() {
    assertThat(description.path("stages").findValuesAsText("name"))
        .startsWith("data-prep", "search", "discretise", "train")
        .endsWith("report");
    JsonNode report = description.path("stages").path(description.path("stages").size() - 1);
    assertThat(report.path("mapped").asBoolean()).isFalse();
    assertThat(report.path("device").asBoolean()).isFalse();
    assertThat(report.path("upstream")).hasSize(description.path("stages").size() - 1);
  }

  @Test
  void equalTextsHaveEqualDigestsAndOthersHaveOthers() {
    JsonNode same = EngineDescription.of(ExperimentFile.parse("e.yaml", TEXT, List.of()));
    JsonNode other = EngineDescription.of(ExperimentFile.parse("d.yaml", TEXT + "\n", List.of()));
    assertThat(same.path("digest")).isEqualTo(description.path("digest"));
    assertThat(other.path("digest")).isNotEqualTo(description.path("digest"));
    assertThat(description.path("text").asText()).isEqualTo(TEXT);
  }

  private JsonNode parameter(String key) {
    for (JsonNode each : description.path("parameters")) {
      if (each.path("key").asText().equals(key)) {
        return each;
      }
    }
    throw new AssertionError("no parameter " + key);
  }
}
