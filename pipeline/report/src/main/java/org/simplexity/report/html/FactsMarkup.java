package org.simplexity.report.html;

import org.simplexity.report.content.Facts;
import org.simplexity.report.markup.Element;

/** Names and values as a description list. */
final class FactsMarkup {
  private FactsMarkup() {}

  static Element list(Facts facts, String style) {
    return Element.of("dl")
        .with("class", style)
        .add(
            facts.facts().stream()
                .map(
                    fact ->
                        Element.of(
                            "div", Element.of("dt", fact.name()), Element.of("dd", fact.value())))
                .toList());
  }
}
