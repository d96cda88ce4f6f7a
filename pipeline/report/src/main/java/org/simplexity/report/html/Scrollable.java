package org.simplexity.report.html;

import org.simplexity.report.markup.Element;

/**
 * What may be wider than a narrow screen, so that it can be reached by keyboard and named aloud.
 */
final class Scrollable {
  private Scrollable() {}

  static Element named(Element frame, String name) {
    return frame.with("role", "region").with("aria-label", name).with("tabindex", "0");
  }
}
