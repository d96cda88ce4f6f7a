package org.simplexity.regression.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.regression.Comparison;
import org.simplexity.regression.Samples;
import org.simplexity.regression.runs.FailedTask;
import org.w3c.dom.Element;

class OutputsTest {
  private static final int[] FIVE = {0, 1, 2, 3, 4};
  private static final int METRICS = 2 * 5 + 3;

  private final Comparison same =
      Samples.compare(Samples.results("b", FIVE), Samples.results("c", FIVE));
  private final Comparison worse =
      Samples.compare(
          Samples.results("b", FIVE),
          Samples.results("c", Samples.metric("train", "test/accuracy", v -> v - 0.1), FIVE));
  private final Comparison other =
      Samples.compare(
          Samples.results("b", FIVE),
          Samples.results("c", Samples.parameter("space.channels", "8 <&> \"|\""), FIVE));

  @TempDir Path folder;

  @Test
  void junitHasOneCaseAMetricAndGroup() throws Exception {
    Element suite = suite(same);
    assertThat(suite.getAttribute("tests")).isEqualTo("" + METRICS);
    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(METRICS);
  }

  @Test
  void junitFailsForWhatGotWorse() throws Exception {
    Element suite = suite(worse);
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo("worse");
    assertThat(failure.getAttribute("message")).contains("−0.1000", "fall ≤ 0.0100");
    Element test = (Element) failure.getParentNode();
    assertThat(test.getAttribute("name")).isEqualTo("test/accuracy");
    assertThat(test.getAttribute("classname")).isEqualTo("digits.train, start=scratch");
  }

  @Test
  void junitHasAnErrorForWhatCannotBeCompared() throws Exception {
    Element suite = suite(other);
    assertThat(suite.getAttribute("errors")).isEqualTo("3");
    Element error = (Element) suite.getElementsByTagName("error").item(0);
    assertThat(error.getAttribute("message")).contains("space.channels", "8 <&> \"|\"");
  }

  @Test
  void everyFormNamesVerdictBaselineAndCandidate() {
    for (Comparison comparison : List.of(same, worse, other)) {
      Outputs outputs = Outputs.of(comparison);
      String verdict = comparison.verdict().toString();
      assertThat(outputs.files().get(Outputs.JUNIT)).contains("\"" + verdict + "\"");
      assertThat(outputs.files().get(Outputs.JSON)).contains("\"" + verdict + "\"");
      assertThat(outputs.files().get(Outputs.HTML))
          .contains("class=\"verdict " + verdict.replace(' ', '-'));
      assertThat(outputs.files().get(Outputs.MARKDOWN))
          .contains("digits", "champion", "runs/b", "runs/c");
      assertThat(ConsoleText.of(comparison).lines().reduce((a, b) -> b).orElseThrow())
          .startsWith("digits ")
          .contains(" champion. ");
    }
  }

  @Test
  void markdownMarksWhatGotWorseAndEscapesWhatWouldBreakTheTable() {
    assertThat(Markdown.of(worse))
        .startsWith("## ❌ digits is worse than champion\n")
        .contains("| ❌ worse | train, start=scratch | test/accuracy |")
        .contains("| ✅ | search | train/loss |");
    assertThat(Markdown.of(other))
        .startsWith("## ⚠️ digits cannot be compared with champion\n")
        .contains("candidate 8 &lt;&> \"\\|\"");
  }

  @Test
  void thePageLoadsNothingAndEscapesWhatUsersWrote() {
    String page = Outputs.of(other).files().get(Outputs.HTML);
    assertThat(page).contains("8 &lt;&amp;&gt;").doesNotContain("<script", "@import", "src=");
    assertThat(page).contains("prefers-color-scheme: dark");
    String charts = Outputs.of(worse).files().get(Outputs.HTML);
    assertThat(charts.split("<svg", -1)).hasSize(METRICS + 1);
    assertThat(charts.split("<circle", -1)).hasSize(METRICS * 10 + 1);
  }

  @Test
  void everyValueIsInTheJson() throws IOException {
    JsonNode json = new ObjectMapper().readTree(Outputs.of(worse).files().get(Outputs.JSON));
    assertThat(json.path("exit_code").asInt()).isEqualTo(1);
    JsonNode first = json.path("results").get(0);
    assertThat(first.path("metric").asText()).isEqualTo("test/accuracy");
    assertThat(first.path("worse").asBoolean()).isTrue();
    assertThat(first.path("baseline").path("0").asDouble()).isEqualTo(0.98);
    assertThat(first.path("candidate").path("0").asDouble()).isEqualTo(0.98 - 0.1);
  }

  @Test
  void failedTasksAreTold() throws Exception {
    FailedTask failed = new FailedTask("train[seed=1]", "r", "diverged", "loss is NaN");
    Comparison comparison =
        Samples.compare(
            Samples.results("b", FIVE),
            Samples.of("c", Samples.results("c", FIVE).tasks(), List.of(failed)));
    assertThat(suite(comparison).getAttribute("failures")).isEqualTo("1");
    assertThat(Markdown.of(comparison)).contains("train\\[seed=1\\], diverged: loss is NaN");
    assertThat(ConsoleText.of(comparison)).contains("failed: train[seed=1], diverged");
  }

  @Test
  void filesAreWritten() throws IOException {
    Outputs.of(same).write(folder.resolve("new/folder"));
    assertThat(folder.resolve("new/folder").toFile().list())
        .containsExactlyInAnyOrder("junit.xml", "summary.md", "comparison.html", "comparison.json");
  }

  private static Element suite(Comparison comparison) throws Exception {
    byte[] xml = JUnitXml.of(comparison).getBytes(StandardCharsets.UTF_8);
    Element suites =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getDocumentElement();
    assertThat(suites.getTagName()).isEqualTo("testsuites");
    return (Element) suites.getElementsByTagName("testsuite").item(0);
  }
}
