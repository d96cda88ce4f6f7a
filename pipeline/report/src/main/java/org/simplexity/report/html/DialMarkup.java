package org.simplexity.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.simplexity.report.content.Dial;
import org.simplexity.report.content.Dial.Model;
import org.simplexity.report.content.Dial.Position;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.markup.Element;
import org.simplexity.report.markup.PlainText;

/** A slider over λ with large figures, and the same as a table for a page without its script. */
final class DialMarkup {
  private static final List<Reading> READINGS =
      List.of(
          new Reading("accuracy", "Accuracy", Quantity.FRACTION, Position::accuracy),
          new Reading(
              "removable", "Prunable, losing ≤ 0.01", Quantity.FRACTION, Position::removable),
          new Reading("weights", "Weights kept", Quantity.COUNT, Position::weights),
          new Reading("multiplyAdds", "Multiply-adds", Quantity.COUNT, Position::multiplyAdds));

  private DialMarkup() {}

  private record Reading(
      String key, String title, Quantity quantity, Function<Position, Measured> figure) {
    Measured of(Position position) {
      return figure.apply(position);
    }
  }

  static Element of(Dial dial) {
    return Element.of(
            "figure",
            Element.of("figcaption", dial.title()),
            panel(dial),
            Json.script(data(dial)),
            table(dial))
        .with("class", "chart dial")
        .with("data-chart", "dial");
  }

  /** What only the script brings to life; hidden without it. */
  private static Element panel(Dial dial) {
    Element canvas =
        Element.of("div")
            .with("class", "canvas")
            .with("role", "img")
            .with("aria-label", dial.title() + ": accuracy and prunable share over λ");
    return Element.of("div", settings(dial), readings(), canvas)
        .with("class", "panel")
        .with("hidden", "hidden");
  }

  private static Element settings(Dial dial) {
    Element models =
        Element.of("select")
            .add(dial.models().stream().map(m -> Element.of("option", m.name())).toList());
    Element knob = Element.of("input").with("type", "range").with("min", "0").with("step", "1");
    return Element.of(
            "div",
            Element.of("label", Element.of("span", "Model"), models).with("class", "model"),
            Element.of("label", Element.of("span", "Complexity λ"), knob).with("class", "knob"),
            Element.of("output").with("aria-live", "polite"))
        .with("class", "settings");
  }

  private static Element readings() {
    return Element.of("dl")
        .with("class", "readings")
        .add(
            READINGS.stream()
                .map(
                    reading ->
                        Element.of(
                            "div",
                            Element.of("dt", reading.title()),
                            Element.of("dd").with("data-reading", reading.key())))
                .toList());
  }

  private static ObjectNode data(Dial dial) {
    ObjectNode data = Json.object();
    ArrayNode models = data.putArray("models");
    for (Model model : dial.models()) {
      ObjectNode one = models.addObject();
      one.put("name", model.name());
      ArrayNode positions = one.putArray("positions");
      model.positions().forEach(position -> positions.add(data(position)));
    }
    return data;
  }

  private static ObjectNode data(Position position) {
    ObjectNode data = Json.object();
    data.put("lambda", position.lambda());
    data.put("words", Quantity.NUMBER.format(position.lambda()));
    for (Reading reading : READINGS) {
      Measured measured = reading.of(position);
      ObjectNode one = data.putObject(reading.key());
      one.put("mean", measured.mean());
      one.put("deviation", measured.deviation());
      one.put("text", reading.quantity().format(measured.mean()));
      one.put(
          "spread",
          measured.count() > 1 ? "± " + reading.quantity().format(measured.deviation()) : "");
    }
    return data;
  }

  private static Element table(Dial dial) {
    Element head =
        Element.of("tr")
            .add(
                Stream.concat(Stream.of("Model", "λ"), READINGS.stream().map(Reading::title))
                    .map(title -> Element.of("th", title).with("scope", "col"))
                    .toList());
    List<Element> rows =
        dial.models().stream()
            .flatMap(model -> model.positions().stream().map(at -> row(model, at)))
            .toList();
    Element table = Element.of("table", Element.of("thead", head), Element.of("tbody").add(rows));
    return Element.of("details", Element.of("summary", "Numbers"), table)
        .with("class", "numbers")
        .with("open", "open");
  }

  private static Element row(Model model, Position position) {
    Element row =
        Element.of(
            "tr",
            Element.of("th", model.name()).with("scope", "row"),
            Element.of("td", Quantity.NUMBER.format(position.lambda())));
    return row.add(
        READINGS.stream()
            .map(reading -> new PlainText(reading.of(position).format(reading.quantity())))
            .map(text -> Element.of("td", text))
            .toList());
  }
}
