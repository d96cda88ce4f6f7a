package org.simplexity.cli.regress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simplexity.airflow.Dag;
import org.simplexity.experiment.engine.EngineDescription;
import org.simplexity.experiment.file.ExperimentFile;

class TriggerValuesTest {
  private static final String TEXT = "name: x\nsearch: {epochs: 4}\n";

  @Test
  void nothingButReuseIsSetWhereTheFileIsTheDagsOwn() {
    assertThat(TriggerValues.of(file(), dag(), false))
        .containsExactly(Map.entry("reuse", TextNode.valueOf("experiment")));
    assertThat(TriggerValues.of(file(), dag(), true))
        .containsExactly(Map.entry("reuse", TextNode.valueOf("nothing")));
  }

  @Test
  void seedsAndOverridesBecomeValues() throws IOException {
    Map<String, JsonNode> values =
        TriggerValues.of(file("sweep.seed=[5, 6]", "search.epochs=7"), dag(), false);
    assertThat(values).containsOnlyKeys("sweep", "search.epochs", "reuse");
    assertThat(values.get("search.epochs").asInt()).isEqualTo(7);
    assertThat(values.get("sweep")).isEqualTo(new ObjectMapper().readTree("{\"seed\":[5,6]}"));
  }

  private static ExperimentFile file(String... overrides) {
    return ExperimentFile.parse("x.yaml", TEXT, List.of(overrides));
  }

  /** The DAG that the description for engines makes. */
  private static Dag dag() {
    Map<String, Dag.Param> params = new LinkedHashMap<>();
    for (JsonNode key : EngineDescription.of(file()).path("parameters")) {
      params.put(key.path("key").asText(), new Dag.Param(key.path("value"), key.path("schema")));
    }
    JsonNode reuse = TextNode.valueOf("parent");
    params.put("reuse", new Dag.Param(reuse, JsonNodeFactory.instance.objectNode()));
    return new Dag("x", false, "experiments.py", "token", params);
  }
}
