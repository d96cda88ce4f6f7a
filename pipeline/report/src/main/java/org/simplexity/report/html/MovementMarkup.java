package org.simplexity.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.simplexity.report.content.StructureMovement;
import org.simplexity.report.drawing.Palette;
import org.simplexity.report.markup.Element;

/** Small charts side by side, one an edge, under one legend. */
final class MovementMarkup {
  private final StructureMovement movement;
  private final List<String> operations;
  private final Map<String, Integer> colours;

  private MovementMarkup(StructureMovement movement) {
    this.movement = movement;
    this.operations = movement.last().operations();
    this.colours = Palette.assign(operations);
  }

  static Element of(StructureMovement movement) {
    return new MovementMarkup(movement).figure();
  }

  private Element figure() {
    Element charts = Element.of("div").with("class", "multiples");
    for (int edge = 0; edge < movement.last().edges().size(); edge++) {
      charts = charts.add(chart(edge));
    }
    return Element.of("figure", Element.of("figcaption", movement.title()), legend(), charts)
        .with("class", "movement");
  }

  private Element legend() {
    return Element.of("ul")
        .with("class", "legend areas")
        .add(
            operations.stream()
                .map(
                    name ->
                        Element.of("li", name)
                            .with("class", Resources.swatch(colours.getOrDefault(name, 0))))
                .toList());
  }

  private Element chart(int edge) {
    Element canvas =
        Element.of("div")
            .with("class", "canvas")
            .with("role", "img")
            .with("aria-label", words(edge));
    return Element.of(
            "div",
            Element.of("h4", "edge " + movement.last().edges().get(edge)),
            canvas,
            Json.script(data(edge)))
        .with("class", "chart")
        .with("data-chart", "shares");
  }

  private String words(int edge) {
    StringBuilder words =
        new StringBuilder("Edge ").append(movement.last().edges().get(edge)).append(": ");
    for (int operation = 0; operation < operations.size(); operation++) {
      List<Double> course = movement.course(edge, operation);
      words.append(operation == 0 ? "" : "; ");
      words.append(
          String.format(
              Locale.ROOT,
              "%s from %.2f to %.2f",
              operations.get(operation),
              course.get(0),
              course.get(course.size() - 1)));
    }
    return words.append('.').toString();
  }

  private ObjectNode data(int edge) {
    ObjectNode data = Json.object();
    ArrayNode epochs = data.putArray("epochs");
    movement.epochs().forEach(epochs::add);
    ArrayNode series = data.putArray("series");
    for (int operation = 0; operation < operations.size(); operation++) {
      String name = operations.get(operation);
      ObjectNode one = series.addObject();
      one.put("name", name);
      one.put("colour", colours.getOrDefault(name, 0));
      one.set("shares", Json.numbers(movement.course(edge, operation)));
    }
    return data;
  }
}
