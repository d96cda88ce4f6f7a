package org.simplexity.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simplexity.experiment.Cell;
import org.simplexity.experiment.Experiment;
import org.simplexity.method.OptimiserKind;
import org.simplexity.method.Start;

class ExperimentFileTest {
  @Test
  void aFileWithANameOnlyTakesEveryDefault() {
    Experiment defaults = Experiment.defaults();
    Experiment read = ExperimentFile.parse("x.yaml", "name: plain", List.of()).experiment();
    assertThat(read.name()).isEqualTo("plain");
    assertThat(read.search()).isEqualTo(defaults.search());
    assertThat(read.train()).isEqualTo(defaults.train());
  }

  @Test
  void keysOfNestedSectionsReplaceOnlyThemselves() {
    Experiment read =
        experiment(
            """
            name: nested
            seed: 60_000
            search:
              epochs: 7
              structure: {learning_rate: 1e-2, kind: sgd}
            train:
              start: [inherited]
              include_validation: false
            """);
    assertThat(read.seed()).isEqualTo(60_000);
    assertThat(read.search().epochs()).isEqualTo(7);
    assertThat(read.search().structure().learningRate()).isEqualTo(0.01);
    assertThat(read.search().structure().kind()).isEqualTo(OptimiserKind.SGD);
    assertThat(read.search().structure().beta1())
        .isEqualTo(Experiment.defaults().search().structure().beta1())
        .isNotEqualTo(read.search().weights().beta1());
    assertThat(read.train().start()).containsExactly(Start.INHERITED);
    assertThat(read.train().includeValidation()).isFalse();
  }

  @Test
  void threeMistakesAreToldAtOnceEachWithItsLineAndWhatWasMeant() {
    List<String> mistakes =
        mistakes(
            """
            name: wrong
            search:
              epocs: 5
              batch: many
            train:
              start: [scrach]
              epochs: 0
            """);
    assertThat(mistakes)
        .containsExactly(
            "x.yaml:3:3: search.epocs: unknown key; did you mean \"epochs\"?",
            "x.yaml:4:10: search.batch: \"many\" is of the wrong type; expected a whole number",
            "x.yaml:6:11: train.start[0]: \"scrach\" is no valid choice; expected one of scratch,"
                + " inherited; did you mean \"scratch\"?",
            "x.yaml:7:11: train.epochs: \"0\" is impossible; it must be greater than or equal to"
                + " 1");
  }

  @Test
  void aRelationBetweenKeysIsToldAtTheKeyThatTheMessageNames() {
    assertThat(mistakes("name: r\nsearch:\n  epochs: 3\n  warm_up_epochs: 3\n"))
        .containsExactly(
            "x.yaml:4:19: search: warm_up_epochs 3 leaves none of the 3 epochs to the structure");
  }

  @Test
  void aStrategyThatDrawsStructuresNeedsTwoEdgesANode() {
    assertThat(mistakes("name: r\nsearch: {strategy: random}\ndiscretise: {edges_per_node: 3}\n"))
        .singleElement()
        .asString()
        .contains("discretise.edges_per_node 3 must be 2 with search.strategy random");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`name: a\nname: b`|x.yaml:2:1: name: key is given twice",
        "`seed: 1`|x.yaml:1:1: name: this key is missing; expected text",
        "`name: [a]`|x.yaml:1:7: name: a list of 1 is of the wrong type; expected text",
        "`name: 12`|x.yaml:1:7: name: \"12\" is of the wrong type; expected text (in quotes",
        "`name: a\nseed: 1.5`|x.yaml:2:7: seed: \"1.5\" is of the wrong type; expected a whole",
        "`name: a\nsearch: 3`|x.yaml:2:9: search: \"3\" is of the wrong type; expected a section",
        "`name: a\n  seed: 1`|x.yaml:2:7: not valid YAML: mapping values are not allowed here",
        "``|x.yaml:1:1: the file is empty; expected keys and values",
        "`- a`|x.yaml:1:1: a list of 1; expected keys and values",
        "`name: a\nseed: 99999999999999999999`|x.yaml:2:7: seed:",
        "`name: a\nsearch: {batch: 3000000000}`|x.yaml:2:17: search.batch:",
        "`name: a\nsearch: &x {weights: *x}`|x.yaml:1:1: not valid YAML: nested more than 30",
        "`name: a\n"
            + "data: {test: 1}`|x.yaml:2:14: data.test: \"1\" is impossible; it must be less than"
            + " 1",
        "`name: a\n"
            + "data: {limit: 0}`|x.yaml:2:15: data.limit: \"0\" is impossible; it must be greater",
        "`name: a\nspace: {operations: dartz}`|x.yaml:2:21: space: operations [dartz]: operation"
            + " \"dartz\" is not known; did you mean \"darts\"?",
        "`name: a\n"
            + "space: {operations: 3}`|x.yaml:2:21: space.operations: \"3\" is of the wrong type",
        "`name: \" \"`|x.yaml:1:7: name: the text \" \" is impossible; it must not be blank",
      })
  void aMistakeIsToldWithItsPlace(String text, String message) {
    assertThat(mistakes(text == null ? "" : text)).first().asString().startsWith(message);
  }

  @Test
  void theNameOfASetStandsForItsOperations() {
    String lone = "name: a\nspace: {operations: darts}\n";
    assertThat(ExperimentFile.parse("x.yaml", lone, List.of()).experiment().space().operations())
        .hasSize(8)
        .contains("dil_conv_5x5");
    assertThat(
            ExperimentFile.parse("x.yaml", "name: a\n", List.of("space.operations=nas-bench-201"))
                .experiment()
                .space()
                .operations())
        .containsExactly("none", "skip_connect", "conv_1x1", "conv_3x3", "avg_pool_3x3");
  }

  @Test
  void overridesReplaceValuesOfTheFileAndOfDefaults() {
    Experiment read =
        ExperimentFile.parse(
                "x.yaml",
                "name: a\nsearch: {epochs: 3}",
                List.of("search.epochs=9", "train.start=[scratch]", "runtime.threads=2"))
            .experiment();
    assertThat(read.search().epochs()).isEqualTo(9);
    assertThat(read.train().start()).containsExactly(Start.SCRATCH);
    assertThat(read.runtime().threads()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search.epocs=5|--set search.epocs=5: search.epocs: unknown key; did you mean \"epochs\"?",
        "search.epochs=x|--set search.epochs=x: search.epochs: \"x\" is of the wrong type",
        "serch.epochs=5|--set serch.epochs=5: serch: unknown key; did you mean \"search\"?",
        "search.epochs|--set search.epochs: expected key=value",
        "search.epochs.x=1|--set search.epochs.x=1: search.epochs: a section with keys x is of the",
        "sweep.sed=[1]|--set sweep.sed=[1]: sweep.sed: unknown key; did you mean \"seed\"?",
      })
  void aWrongOverrideIsToldAsItWasTyped(String override, String message) {
    InvalidExperimentException thrown =
        catchThrowableOfType(
            InvalidExperimentException.class,
            () -> ExperimentFile.parse("x.yaml", "name: a", List.of(override)));
    assertThat(thrown).hasMessageStartingWith(message);
  }

  @Test
  void aSweepIsTheProductOfItsAxesAndEachCellIsAnExperiment() {
    ExperimentFile file =
        ExperimentFile.parse(
            "x.yaml",
            "name: s\nsweep:\n  seed: [0, 1]\n  search.epochs: [2, 4, 8]\n",
            List.of("sweep.seed=[5, 6]"));
    List<Cell> cells = file.experiment().sweep().cells();
    assertThat(cells).hasSize(6).doesNotHaveDuplicates();
    assertThat(cells.get(1)).hasToString("seed=5, search.epochs=4");
    Experiment last = file.experiment(cells.get(5));
    assertThat(last.seed()).isEqualTo(6);
    assertThat(last.search().epochs()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "serch.epochs: [1]|x.yaml:3:3: sweep.serch.epochs: unknown key; did you mean"
            + " \"search.epochs\"",
        "name: [a]|x.yaml:3:3: sweep.name: cannot be swept",
        "seed: []|x.yaml:3:9: sweep.seed: the list is empty",
        "seed: 1|x.yaml:3:9: sweep.seed: \"1\" is of the wrong type; expected a list of values",
        "seed: [1, 2, 1]|x.yaml:3:16: sweep.seed: \"1\" is given twice",
        "search.batch: [8, -1]|x.yaml:3:21: sweep.search.batch: \"-1\" is impossible",
        "train.epochs: [1, x]|x.yaml:3:21: sweep.train.epochs: \"x\" is of the wrong type",
        "search.weights.momentum: [0.5, 0.50]|x.yaml:3:34: sweep.search.weights.momentum: \"0.50\""
            + " is",
        "search.warm_up_epochs: [50]|x.yaml:3:3: search: warm_up_epochs 50 leaves none of the 50",
      })
  void aWrongSweepIsTold(String axis, String message) {
    assertThat(mistakes("name: a\nsweep:\n  " + axis)).first().asString().startsWith(message);
  }

  @Test
  void mistakesInTheSweepAreToldTogetherWithOthers() {
    assertThat(mistakes("name: a\nsed: 1\nsweep:\n  serch.epochs: [1]\n  train.batch: [0]"))
        .hasSize(3);
  }

  @Test
  void aMissingFileNamesTheNearestOne(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("quickstart.yaml"), "name: q");
    InvalidExperimentException thrown =
        catchThrowableOfType(
            InvalidExperimentException.class,
            () -> ExperimentFile.read(folder.resolve("quikstart.yaml"), List.of()));
    assertThat(thrown)
        .hasMessage(
            folder.resolve("quikstart.yaml") + ": no such file; did you mean \"quickstart.yaml\"?");
  }

  @Test
  void whatIsWrittenAsJsonReadsBackTheSame() {
    ExperimentFile file =
        ExperimentFile.parse(
            "x.yaml", "name: a\nsweep: {seed: [1, 2], train.start: [[scratch]]}", List.of());
    String json = ExperimentFile.json(file.experiment()).toString();
    assertThat(ExperimentFile.parse("y.yaml", json, List.of()).experiment())
        .isEqualTo(file.experiment());
    assertThat(file.experiment().sweep().axes())
        .isEqualTo(Map.of("seed", List.of("1", "2"), "train.start", List.of("[\"scratch\"]")));
  }

  private static Experiment experiment(String text) {
    return ExperimentFile.parse("x.yaml", text, List.of()).experiment();
  }

  private static List<String> mistakes(String text) {
    InvalidExperimentException thrown =
        catchThrowableOfType(
            InvalidExperimentException.class,
            () -> ExperimentFile.parse("x.yaml", text, List.of()));
    assertThat(thrown).as("what reading %s throws", text).isNotNull();
    return thrown.problems().stream().map(Problem::toString).toList();
  }
}
