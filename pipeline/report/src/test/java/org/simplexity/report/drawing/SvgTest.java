package org.simplexity.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only harmless drawings are put into a page. */
class SvgTest {
  @Test
  void aPlainDrawingIsTakenAsItIs() {
    String source = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0,0 L1,1\"/></svg>";
    assertThat(Svg.of(source).text()).isEqualTo(source);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg><script>alert(1)</script></svg>",
        "<svg onload=\"alert(1)\"></svg>",
        "<svg><rect onclick=\"alert(1)\"/></svg>",
        "<svg><a href=\"javascript:alert(1)\"/></svg>",
        "<svg><image href=\"http://example.org/x.png\"/></svg>",
        "<svg><foreignObject/></svg>",
        "<svg><style>@import 'http://example.org/x.css';</style></svg>",
        "<svg><rect fill=\"url(http://example.org/x)\"/></svg>",
        "<html/>",
        "<svg>",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg>&x;</svg>",
      })
  void anythingElseIsRefused(String source) {
    assertThatThrownBy(() -> Svg.of(source)).isInstanceOf(IllegalArgumentException.class);
  }
}
