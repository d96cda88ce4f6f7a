package org.simplexity.report.html;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.report.content.ReportContent;
import org.simplexity.report.content.Section;
import org.simplexity.report.markup.Element;
import org.simplexity.report.markup.PlainText;

/** The frame of the page: head, title, summary, table of contents, sections. */
record Page(ReportContent content) {
  /** Nothing may be loaded from anywhere, whatever a section holds. */
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
          + " base-uri 'none'; form-action 'none'";

  Element html() {
    return Element.of("html", head(), body()).with("lang", "en");
  }

  private Element head() {
    return Element.of(
        "head",
        Element.of("meta").with("charset", "utf-8"),
        Element.of("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY),
        Element.of("meta")
            .with("name", "viewport")
            .with("content", "width=device-width, initial-scale=1"),
        Element.of("meta").with("name", "color-scheme").with("content", "light dark"),
        Element.of("title", content.title() + " – Simplexity report"),
        Element.of("link").with("rel", "icon").with("href", "data:,"),
        Element.of("style", Resources.style()));
  }

  private Element body() {
    return Element.of("body", header(), contents(), main())
        .add(Json.script("palette", Json.palette()))
        .add(Element.of("script", Resources.charts()), Element.of("script", Resources.script()));
  }

  private Element header() {
    Element header = Element.of("header", Element.of("h1", content.title()));
    if (!content.subtitle().isEmpty()) {
      header = header.add(Element.of("p", content.subtitle()).with("class", "subtitle"));
    }
    return content.summary().facts().isEmpty()
        ? header
        : header.add(FactsMarkup.list(content.summary(), "tiles"));
  }

  private Element contents() {
    Element list = Element.of("ul");
    for (int index = 0; index < content.sections().size(); index++) {
      Element link =
          Element.of("a", content.sections().get(index).title()).with("href", "#" + id(index));
      list = list.add(Element.of("li", link));
    }
    return Element.of("nav", list).with("aria-label", "Contents");
  }

  private Element main() {
    List<Element> sections = new ArrayList<>();
    for (int index = 0; index < content.sections().size(); index++) {
      Section section = content.sections().get(index);
      sections.add(
          Element.of("section", Element.of("h2", new PlainText(section.title())))
              .with("id", id(index))
              .add(section.blocks().stream().map(BlockMarkup::of).toList()));
    }
    return Element.of("main").add(sections);
  }

  private static String id(int index) {
    return "section-" + (index + 1);
  }
}
