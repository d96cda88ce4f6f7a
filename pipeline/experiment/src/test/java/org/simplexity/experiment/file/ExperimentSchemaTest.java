package org.simplexity.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentSchemaTest {
  private static final Path ROOT = root();
  private static final Path COMMITTED = ROOT.resolve("experiments/experiment.schema.json");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @Test
  void theCommittedSchemaIsUpToDate() throws IOException {
    if (Boolean.getBoolean("schema.write")) {
      Files.writeString(COMMITTED, generated());
    }
    assertThat(Files.readString(COMMITTED))
        .as(
            "experiments/experiment.schema.json is out of date; write it anew with mvn -pl"
                + " pipeline/experiment -am test -Dtest=ExperimentSchemaTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm.arguments=-Dschema.write=true")
        .isEqualTo(generated());
  }

  @ParameterizedTest
  @MethodSource("experimentFiles")
  void everyExperimentFileFollowsTheSchemaAndReads(Path file) throws IOException {
    String text = Files.readString(file);
    assertThat(text).startsWith("# yaml-language-server: $schema=experiment.schema.json\n");
    assertThat(mistakes(text)).isEmpty();
    assertThat(ExperimentFile.read(file, List.of()).experiment().name()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed: 1",
        "name: a\nserch: {}",
        "name: a\nsearch: {epochs: 0}",
        "name: a\nsearch: {epochs: 1.5}",
        "name: a\nsearch: {weights: {momentum: 1}}",
        "name: a\ntrain: {start: [other]}",
        "name: a\ntrain: {start: []}",
        "name: a\ndata: {set: digitz}",
        "name: a\nsweep: {seed: []}",
        "name: ' '",
      })
  void theSchemaAndTheReaderRefuseTheSameMistakes(String text) throws IOException {
    assertThat(mistakes(text)).isNotEmpty();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> ExperimentFile.parse("x.yaml", text, List.of()))
        .isInstanceOf(InvalidExperimentException.class);
  }

  @Test
  void everyKeyIsDescribedInItsEditor() {
    var schema = ExperimentSchema.of(new SourceDescriptions(ROOT.resolve("pipeline"))::of);
    var rate = schema.at("/properties/search/properties/weights/properties/learning_rate");
    assertThat(rate.path("description").asText()).isEqualTo("initial learning rate");
    assertThat(rate.path("default").asDouble()).isEqualTo(0.025);
    assertThat(rate.path("exclusiveMinimum").asInt(-1)).isZero();
    assertThat(schema.findParents("type")).hasSizeGreaterThan(40);
  }

  static Stream<Path> experimentFiles() throws IOException {
    try (Stream<Path> files = Files.list(COMMITTED.getParent())) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  private static List<String> mistakes(String yaml) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(COMMITTED));
    String json = new ObjectMapper().writeValueAsString(YAML.readTree(yaml));
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static String generated() {
    return ExperimentSchema.of(new SourceDescriptions(ROOT.resolve("pipeline"))::of)
            .toPrettyString()
            .replace("\r\n", "\n")
        + "\n";
  }

  private static Path root() {
    Path path = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(path.resolve("experiments"))) {
      path = path.getParent();
    }
    return path;
  }
}
