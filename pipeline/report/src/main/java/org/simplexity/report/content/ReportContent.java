package org.simplexity.report.content;

import java.util.List;

/**
 * A whole report.
 *
 * @param title name of the experiment
 * @param subtitle one sentence under it; may be empty
 * @param summary the few figures that a reader must see first
 * @param sections chapters in order
 */
public record ReportContent(String title, String subtitle, Facts summary, List<Section> sections) {
  /** Copies the sections. */
  public ReportContent {
    sections = List.copyOf(sections);
  }
}
