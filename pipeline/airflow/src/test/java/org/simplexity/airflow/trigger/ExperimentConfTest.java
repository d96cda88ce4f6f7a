package org.simplexity.airflow.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.simplexity.airflow.AirflowException;
import org.simplexity.airflow.Dag;
import org.simplexity.experiment.engine.EngineDescription;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.stage.Reuse;

/** Which values a DAG run gets for an experiment file and its overrides. */
class ExperimentConfTest {
  private static final String TEXT =
      "name: tiny # a remark\nsearch: {epochs: 3}\nsweep:\n  seed: [0, 1]\n";

  @Test
  void withoutOverridesNothingIsSent() {
    assertThat(conf(TEXT)).isEmpty();
  }

  @Test
  void overridesAreFlatKeysWithTypedValues() {
    assertThat(conf(TEXT, "search.epochs=5", "name=other", "train.epochs=2"))
        .isEqualTo(
            Map.of(
                "search.epochs", new IntNode(5),
                "name", new TextNode("other"),
                "train.epochs", new IntNode(2)));
  }

  @Test
  void anOverrideThatTheFileSaysAnywayIsNotSent() {
    assertThat(conf(TEXT, "search.epochs=3")).isEmpty();
  }

  @Test
  void aSectionIsSentAsThoseOfItsKeysThatChange() throws Exception {
    assertThat(conf(TEXT, "search={epochs: 7, batch: 8}"))
        .containsOnlyKeys("search.epochs", "search.batch");
  }

  @Test
  void aSweepIsSentWhole() throws Exception {
    Map<String, JsonNode> conf = conf(TEXT, "sweep.search.epochs=[1,2]");
    assertThat(conf).containsOnlyKeys("sweep");
    assertThat(conf.get("sweep"))
        .isEqualTo(new ObjectMapper().readTree("{\"seed\":[0,1],\"search.epochs\":[1,2]}"));
  }

  @Test
  void aListIsOneValue() {
    Map<String, JsonNode> conf = conf(TEXT, "space.operations=[max_pool_3x3, skip_connect]");
    assertThat(conf).containsOnlyKeys("space.operations");
    assertThat(conf.get("space.operations")).hasSize(2);
  }

  @Test
  void anotherTextGoesAlongWithTheOverrides() {
    String other = TEXT.replace("epochs: 3", "epochs: 4");
    ExperimentConf conf = new ExperimentConf(file(other, "seed=9"), file(other));
    assertThat(conf.forDag(dag(TEXT), Optional.empty()))
        .containsOnlyKeys("experiment", "seed")
        .containsEntry("experiment", new TextNode(other));
  }

  @Test
  void anOverrideThatOnlyTheDagHasAnywayIsNotLost() {
    String other = TEXT.replace("epochs: 3", "epochs: 4");
    ExperimentFile wanted = file(other, "search.epochs=3", "seed=9");
    Map<String, JsonNode> conf =
        new ExperimentConf(wanted, file(other)).forDag(dag(TEXT), Optional.empty());
    assertThat(conf).containsOnlyKeys("experiment");
    ExperimentFile sent = file(conf.get("experiment").asText());
    assertThat(sent.experiment()).isEqualTo(wanted.experiment());
  }

  @Test
  void aSeedThatOnlyTheDagHasAnywayIsNotLost() {
    String other = TEXT + "seed: 4\n";
    Map<String, JsonNode> conf =
        new ExperimentConf(file(other, "seed=0"), file(other))
            .forDag(asAnswered(), Optional.empty());
    assertThat(conf).containsOnlyKeys("experiment");
    assertThat(file(conf.get("experiment").asText()).experiment().seed()).isZero();
  }

  /** The same DAG, its values as they come out of Airflow's JSON. */
  private static Dag asAnswered() {
    Map<String, Dag.Param> params = new LinkedHashMap<>(dag(TEXT).params());
    params.put("seed", new Dag.Param(new IntNode(0), new TextNode("")));
    return new Dag("tiny", false, "experiments.py", "", params);
  }

  @Test
  void whatIsReusedIsAWord() {
    assertThat(
            new ExperimentConf(file(TEXT), file(TEXT))
                .forDag(dag(TEXT), Optional.of(Reuse.EXPERIMENT)))
        .isEqualTo(Map.of("reuse", new TextNode("experiment")));
  }

  @Test
  void aDagOfSomethingElseIsRefused() {
    Dag other = new Dag("other", false, "other.py", "", Map.of());
    ExperimentConf conf = new ExperimentConf(file(TEXT), file(TEXT));
    assertThatThrownBy(() -> conf.forDag(other, Optional.empty()))
        .isInstanceOf(AirflowException.class)
        .hasMessageContaining("DAG \"other\" is not that of an experiment");
  }

  @Test
  void aKeyThatTheDagDoesNotHaveIsToldWithTheNearest() {
    Map<String, Dag.Param> params = new LinkedHashMap<>(dag(TEXT).params());
    params.put("search.epoch", params.remove("search.epochs"));
    Dag older = new Dag("tiny", false, "experiments.py", "", params);
    ExperimentConf conf = new ExperimentConf(file(TEXT, "search.epochs=5"), file(TEXT));
    assertThatThrownBy(() -> conf.forDag(older, Optional.empty()))
        .isInstanceOf(AirflowException.class)
        .hasMessageContaining("no parameter search.epochs; did you mean \"search.epoch\"?");
  }

  private static Map<String, JsonNode> conf(String text, String... overrides) {
    return new ExperimentConf(file(text, overrides), file(text))
        .forDag(dag(text), Optional.empty());
  }

  private static ExperimentFile file(String text, String... overrides) {
    return ExperimentFile.parse("tiny.yaml", text, List.of(overrides));
  }

  /** A DAG as the factory makes it from {@code engine describe}. */
  private static Dag dag(String text) {
    Map<String, Dag.Param> params = new LinkedHashMap<>();
    EngineDescription.of(file(text))
        .path("parameters")
        .forEach(
            p ->
                params.put(
                    p.path("key").asText(), new Dag.Param(p.path("value"), p.path("schema"))));
    params.put("reuse", new Dag.Param(new TextNode("parent"), new TextNode("")));
    params.put("experiment", new Dag.Param(new TextNode(text), new TextNode("")));
    return new Dag("tiny", false, "experiments.py", "", params);
  }
}
