package org.simplexity.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.report.Samples;
import org.simplexity.report.html.Chromium.Opened;

/** The report in a real browser. */
class BrowserTest {
  private static final Pattern DRAWN =
      Pattern.compile("<div[^>]*class=\"canvas\"[^>]*>\\s*<div[^>]*><svg");

  @TempDir Path scratch;
  private Chromium chromium;

  @BeforeEach
  void findBrowser() {
    chromium = Chromium.required();
  }

  @Test
  void everyVisibleChartIsDrawnAndTheConsoleStaysEmpty() throws Exception {
    Opened opened = open(HtmlReport.render(Samples.everything("quickstart")));
    assertThat(opened.console()).isEmpty();
    assertThat(DRAWN.matcher(opened.dom()).results()).hasSize(6);
    assertThat(opened.dom()).contains("data-charts=\"6\"");
  }

  @Test
  void unfoldingDrawsTheChartsInside() throws Exception {
    String page = withScript("document.querySelector('.folded').open = true;");
    assertThat(DRAWN.matcher(open(page).dom()).results()).hasSize(7);
  }

  @Test
  void aClickOnAHeadingSortsTheTable() throws Exception {
    String page =
        withScript(
            "const table = document.querySelector('table.results');"
                + "const order = () => Array.from(table.tBodies[0].rows)"
                + ".map((row) => row.cells[0].textContent).join('');"
                + "const log = [];"
                + "for (const column of [1, 1, 2, 2]) {"
                + " table.tHead.rows[0].cells[column].firstChild.click(); log.push(order()); }"
                + "document.body.dataset.order = log.join(' ');");
    assertThat(open(page).dom()).contains("data-order=\"bac cab bac abc\"");
  }

  @Test
  void theSliderShowsEarlierStructures() throws Exception {
    String page =
        withScript(
            "const slider = document.querySelector('input[type=range]'); slider.value = 0;"
                + "slider.dispatchEvent(new Event('input', {bubbles: true}));");
    String dom = open(page).dom();
    assertThat(dom).contains("<output>epoch 1</output>").contains(">0.58</text>");
    assertThat(dom).doesNotContain(">0.90</text>");
  }

  @Test
  void theDialOpensAtTheModelWithTheMostPositionsAndHidesItsTable() throws Exception {
    Opened opened = open(HtmlReport.render(Samples.everything("a")));
    assertThat(opened.dom())
        .contains("<output aria-live=\"polite\">λ = 1</output>")
        .contains("<dd data-reading=\"accuracy\">0.9000<small>± 0.0141</small></dd>")
        .contains("<dd data-reading=\"removable\">0.6000<small>± 0.1414</small></dd>")
        .contains("<dd data-reading=\"weights\">1.00 k<small>± 0</small></dd>")
        .contains("<dd data-reading=\"multiplyAdds\">2.50 k<small>± 0</small></dd>")
        .doesNotContain("<div class=\"panel\" hidden")
        .doesNotContain("<details class=\"numbers\" open");
  }

  @Test
  void turningTheDialShowsAnotherLambda() throws Exception {
    assertThat(open(withScript(DIAL + TURN)).dom())
        .contains("<output aria-live=\"polite\">λ = 10</output>")
        .contains("<dd data-reading=\"accuracy\">0.8100<small>")
        .contains("<dd data-reading=\"weights\">10.0 k<small>");
  }

  @Test
  void anotherModelStaysAtTheNearestMeasuredLambda() throws Exception {
    String choose =
        "const models = dial.querySelector('select'); models.selectedIndex = 0;"
            + "models.dispatchEvent(new Event('change'));"
            + "document.body.dataset.knob = knob.disabled + ' ' + knob.max;";
    assertThat(open(withScript(DIAL + TURN + choose)).dom())
        .contains("<output aria-live=\"polite\">λ = 1</output>")
        .contains("<dd data-reading=\"accuracy\">0.8000<small></small></dd>")
        .contains("data-knob=\"true 0\"");
  }

  @Test
  void theMapOfPricesShowsThePlaceThatIsPointedAt() throws Exception {
    String shown =
        "document.body.dataset.%s = Array.from(map.querySelectorAll('.readings dd'))"
            + ".map((dd) => dd.textContent).join(' | ') + ' | ' + "
            + "Array.from(map.querySelectorAll('.cells')).findIndex((c) => !c.hidden);";
    String key = "drawing.dispatchEvent(new KeyboardEvent('keydown', {key: '%s'}));";
    String pointAt =
        "const corner = map.querySelectorAll('.place')[0].getBoundingClientRect();"
            + "drawing.dispatchEvent(new PointerEvent('pointermove', {pointerType: 'mouse',"
            + " clientX: corner.x - 20, clientY: corner.y + 20}));";
    String dom =
        open(withScript(
                "const map = document.querySelector('.prices');"
                    + "const drawing = map.querySelector('.pick svg');"
                    + shown.formatted("first")
                    + key.formatted("ArrowUp")
                    + shown.formatted("above")
                    + key.formatted("ArrowUp")
                    + key.formatted("ArrowDown")
                    + shown.formatted("below")
                    + pointAt
                    + shown.formatted("pointed")))
            .dom();
    assertThat(dom)
        .contains("data-first=\"0.3 · 0.4 · 0.3 | 0.8500 | 850 | 3\"")
        .contains("data-above=\"0 · 1 · 0 | 0.8000 | 800 | 1\"")
        .contains("data-below=\"0.3 · 0.4 · 0.3 | 0.8500 | 850 | 3\"")
        .contains("data-pointed=\"1 · 0 · 0 | 0.7000 | 700 | 0\"");
  }

  @Test
  void hostileNamesStayNames() throws Exception {
    Opened opened = open(HtmlReport.render(Samples.everything(Samples.HOSTILE)) + REPORT_HACK);
    assertThat(opened.console()).isEmpty();
    assertThat(opened.dom()).contains("data-charts=\"6\"").contains("data-hacked=\"undefined\"");
  }

  @Test
  void anErrorOnThePageWouldBeSeen() throws Exception {
    assertThat(open(withScript("throw new Error('broken on purpose');")).console())
        .anyMatch(line -> line.contains("broken on purpose"));
  }

  @Test
  void aRequestToElsewhereWouldBeSeenAndIsForbidden() throws Exception {
    assertThat(open(withScript("fetch('https://example.org/').catch(() => 0);")).console())
        .anyMatch(line -> line.contains("Content Security Policy"));
  }

  private static final String DIAL =
      "const dial = document.querySelector('.dial');" + "const knob = dial.querySelector('input');";
  private static final String TURN = "knob.value = 2; knob.dispatchEvent(new Event('input'));";

  private static final String REPORT_HACK =
      "<script>document.body.dataset.hacked = String(window.hacked);</script>";

  private static String withScript(String script) {
    return HtmlReport.render(Samples.everything("a")) + "<script>{" + script + "}</script>";
  }

  private Opened open(String html) throws IOException, InterruptedException {
    Path page = Files.writeString(scratch.resolve("report.html"), html);
    return chromium.open(page, scratch);
  }
}
