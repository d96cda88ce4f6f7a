package org.simplexity.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.simplexity.report.Samples;

/** The report is one file that needs nothing else. */
class HtmlReportTest {
  private static final Pattern LOADS =
      Pattern.compile(
          "(?:\\s(?:src|href|srcset|data|action|poster)\\s*=\\s*[\"']|url\\()([^\"')]*)");

  @Test
  void nothingIsLoadedFromElsewhere() {
    String markup = withoutScripts(HtmlReport.render(Samples.everything("a")));
    Matcher loads = LOADS.matcher(markup);
    int found = 0;
    while (loads.find()) {
      found++;
      assertThat(loads.group(1)).matches("(?s)#.*|data:.*");
    }
    assertThat(found).isGreaterThan(4);
    assertThat(markup)
        .doesNotContain("@import")
        .doesNotContain("<iframe")
        .doesNotContain("<object");
  }

  @Test
  void theBrowserIsToldToForbidEveryRequest() {
    assertThat(HtmlReport.render(Samples.everything("a")))
        .contains("http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;;");
  }

  @Test
  void userTextIsEscapedEverywhere() {
    String report = HtmlReport.render(Samples.everything(Samples.HOSTILE));
    assertThat(report).doesNotContain("<script>window.hacked").doesNotContain("<img src=x");
    assertThat(withoutScripts(report)).contains("&lt;script&gt;window.hacked=1");
    assertThat(report).contains("\\u003cscript>window.hacked");
  }

  @Test
  void bestFigureOfEachColumnIsMarkedForEyesAndEars() {
    String report = HtmlReport.render(Samples.everything("a"));
    assertThat(report)
        .contains(
            "data-value=\"0.9812\" class=\"best\">0.9812<span class=\"unseen\"> (best)</span>")
        .contains(
            "data-value=\"12345.0\" class=\"best\">12.3 k<span class=\"unseen\"> (best)</span>")
        .contains(">0.9760 ±\u00A00.0014</td>")
        .contains("<td>–</td>");
    assertThat(Pattern.compile("class=\"best\"").matcher(report).results()).hasSize(2);
  }

  @Test
  void chartsAreToldInWords() {
    String report = withoutScripts(HtmlReport.render(Samples.everything("a")));
    assertThat(report)
        .contains("a: a from 1.947 to 0.08205; train from 0.2212 to 0.9933.")
        .contains("Edge 0-2: skip_connect from 0.58 to 0.90; a from 0.42 to 0.10.")
        .contains(
            "epoch 5. Strongest operation of each edge. 0-2: skip_connect 0.90; 1-2: a 0.90.");
  }

  @Test
  void withoutItsScriptADialIsATable() {
    String report = withoutScripts(HtmlReport.render(Samples.everything("a")));
    assertThat(report)
        .contains("<div class=\"panel\" hidden=\"hidden\">")
        .contains("<details class=\"numbers\" open=\"open\">")
        .contains(
            "<tr><th scope=\"row\">a</th><td>10</td><td>0.8100 ±\u00A00.0141</td>"
                + "<td>0.6000 ±\u00A00.1414</td><td>10.0 k ±\u00A00</td><td>2.50 k ±\u00A00</td></tr>");
  }

  @Test
  void valuesThatDoNotExistAreGaps() {
    assertThat(HtmlReport.render(Samples.everything("a"))).contains("[7.0,null]");
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    assertThat(HtmlReport.render(Samples.everything("a")))
        .isEqualTo(HtmlReport.render(Samples.everything("a")));
  }

  private static String withoutScripts(String report) {
    return report.replaceAll("(?s)<script[^>]*>.*?</script>", "<script></script>");
  }
}
