package org.simplexity.report.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Values never turn into markup. */
class ElementTest {
  @Test
  void textIsEscaped() {
    assertThat(Element.of("p", "<b>&\"'").markup()).isEqualTo("<p>&lt;b&gt;&amp;&quot;&#39;</p>");
  }

  @Test
  void attributesAreEscaped() {
    assertThat(Element.of("p").with("title", "\"><script>").markup())
        .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;\"></p>");
  }

  @Test
  void charactersThatXmlForbidsAreReplaced() {
    assertThat(Element.of("p", "a\u0000b\u001Bc").markup()).isEqualTo("<p>a\uFFFDb\uFFFDc</p>");
  }

  @Test
  void charactersBeyondTheBasicPlaneSurvive() {
    assertThat(Element.of("p", "γ 🎉").markup()).isEqualTo("<p>γ 🎉</p>");
  }

  @Test
  void namesAreChecked() {
    assertThatThrownBy(() -> Element.of("p><script"))
        .hasMessageContaining("is not the name of a tag or attribute");
    assertThatThrownBy(() -> Element.of("p").with("a b", "c"))
        .hasMessageContaining("is not the name of a tag or attribute");
  }

  @Test
  void lengthsHaveTwoDecimalsAtMost() {
    assertThat(Decimal.of(12.3456)).isEqualTo("12.35");
    assertThat(Decimal.of(100)).isEqualTo("100");
    assertThat(Decimal.of(-0.001)).isEqualTo("0");
    assertThatThrownBy(() -> Decimal.of(Double.NaN)).hasMessageContaining("NaN");
  }
}
