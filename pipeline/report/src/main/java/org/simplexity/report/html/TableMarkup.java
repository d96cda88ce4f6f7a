package org.simplexity.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.ResultsTable.Row;
import org.simplexity.report.markup.Element;
import org.simplexity.report.markup.PlainText;

/** A table of results; its headings sort it. */
final class TableMarkup {
  private final ResultsTable table;
  private final List<OptionalDouble> best = new ArrayList<>();

  private TableMarkup(ResultsTable table) {
    this.table = table;
    for (int column = 0; column < table.columns().size(); column++) {
      best.add(table.best(column));
    }
  }

  static Element of(ResultsTable table) {
    return new TableMarkup(table).scrollable();
  }

  private Element scrollable() {
    Element body = Element.of("tbody").add(table.rows().stream().map(this::row).toList());
    Element whole =
        Element.of("table", Element.of("thead", head()), body)
            .with("class", "results")
            .with("aria-label", table.caption());
    Element frame = Element.of("div", whole).with("class", "scroll");
    return Element.of(
        "figure",
        Element.of("figcaption", table.caption()),
        Scrollable.named(frame, table.caption()));
  }

  private Element head() {
    Element row = Element.of("tr", heading(table.label(), "left"));
    return row.add(table.columns().stream().map(c -> heading(c.title(), "right")).toList());
  }

  private static Element heading(String title, String side) {
    return Element.of("th", Element.of("button", title).with("type", "button"))
        .with("scope", "col")
        .with("class", side);
  }

  private Element row(Row row) {
    Element line = Element.of("tr", Element.of("th", row.name()).with("scope", "row"));
    for (int column = 0; column < row.figures().size(); column++) {
      line = line.add(figure(row.figures().get(column), column));
    }
    return line;
  }

  private Element figure(Measured figure, int column) {
    String text = figure.format(table.columns().get(column).quantity());
    Element cell = Element.of("td");
    if (Double.isFinite(figure.mean())) {
      cell = cell.with("data-value", Double.toString(figure.mean()));
    }
    OptionalDouble top = best.get(column);
    return top.isPresent() && top.getAsDouble() == figure.mean()
        ? cell.with("class", "best").add(new PlainText(text), bestMark())
        : cell.add(new PlainText(text));
  }

  private static Element bestMark() {
    return Element.of("span", " (best)").with("class", "unseen");
  }
}
