package org.simplexity.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Axis;
import org.simplexity.report.content.LineChart.Point;
import org.simplexity.report.content.LineChart.Series;
import org.simplexity.report.content.LineChart.Style;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.markup.Element;

/** Curves: data for the script, and the same in words and in a table. */
final class LineChartMarkup {
  private LineChartMarkup() {}

  static Element of(LineChart chart) {
    Element canvas =
        Element.of("div")
            .with("class", "canvas")
            .with("role", "img")
            .with("aria-label", words(chart));
    return Element.of(
            "figure",
            Element.of("figcaption", chart.title()),
            legend(chart),
            canvas,
            Json.script(data(chart)),
            numbers(chart))
        .with("class", "chart")
        .with("data-chart", "lines");
  }

  /** One button a name; it hides and shows the curves of that name. A single name needs none. */
  private static Element legend(LineChart chart) {
    Map<String, Style> names = new LinkedHashMap<>();
    chart.series().forEach(series -> names.putIfAbsent(series.name(), series.style()));
    Element list = Element.of(names.size() > 1 ? "ul" : "div").with("class", "legend");
    if (names.size() < 2) {
      return list;
    }
    for (Map.Entry<String, Style> entry : names.entrySet()) {
      Style style = entry.getValue();
      String line = style.loose() ? "line loose " : style.dashed() ? "line dashed " : "line ";
      list =
          list.add(
              Element.of(
                  "li",
                  Element.of("button", entry.getKey())
                      .with("type", "button")
                      .with("aria-pressed", "true")
                      .with("class", line + Resources.swatch(entry.getValue().colour()))));
    }
    return list;
  }

  private static ObjectNode data(LineChart chart) {
    ObjectNode data = Json.object();
    data.set("x", axis(chart.x()));
    data.set("y", axis(chart.y()));
    ArrayNode all = data.putArray("series");
    for (Series series : chart.series()) {
      ObjectNode one = all.addObject();
      one.put("name", series.name());
      one.put("colour", series.style().colour());
      one.put("dashed", series.style().dashed());
      one.put("loose", series.style().loose());
      ArrayNode points = one.putArray("points");
      for (Point point : series.points()) {
        ArrayNode pair = points.addArray();
        Json.addNumber(pair, point.x());
        boolean shown = !chart.y().logarithmic() || point.y() > 0;
        Json.addNumber(pair, shown ? point.y() : Double.NaN);
      }
      if (!series.spread().isEmpty()) {
        ArrayNode spread = one.putArray("spread");
        series.spread().forEach(half -> Json.addNumber(spread, half));
      }
    }
    return data;
  }

  private static ObjectNode axis(Axis axis) {
    ObjectNode node = Json.object();
    node.put("name", axis.name());
    node.put("quantity", axis.quantity().name().toLowerCase(Locale.ROOT));
    node.put("logarithmic", axis.logarithmic());
    return node;
  }

  private static String words(LineChart chart) {
    return chart.series().stream()
        .filter(series -> !series.points().isEmpty())
        .map(
            series ->
                series.name() + " from " + first(chart, series) + " to " + last(chart, series))
        .collect(Collectors.joining("; ", chart.title() + ": ", "."));
  }

  private static Element numbers(LineChart chart) {
    Element head =
        Element.of(
            "tr",
            column("curve"),
            column("first"),
            column("least"),
            column("greatest"),
            column("last"));
    List<Element> rows =
        chart.series().stream()
            .filter(series -> !series.points().isEmpty())
            .map(series -> row(chart, series))
            .toList();
    Element table = Element.of("table", Element.of("thead", head), Element.of("tbody").add(rows));
    return Element.of("details", Element.of("summary", "Numbers"), table).with("class", "numbers");
  }

  private static Element column(String title) {
    return Element.of("th", title).with("scope", "col");
  }

  private static Element row(LineChart chart, Series series) {
    Quantity quantity = chart.y().quantity();
    var values =
        series.points().stream().mapToDouble(Point::y).filter(Double::isFinite).summaryStatistics();
    return Element.of(
        "tr",
        Element.of("th", series.name()).with("scope", "row"),
        Element.of("td", first(chart, series)),
        Element.of("td", quantity.format(values.getMin())),
        Element.of("td", quantity.format(values.getMax())),
        Element.of("td", last(chart, series)));
  }

  private static String first(LineChart chart, Series series) {
    return chart.y().quantity().format(series.points().get(0).y());
  }

  private static String last(LineChart chart, Series series) {
    return chart.y().quantity().format(series.points().get(series.points().size() - 1).y());
  }
}
