package org.simplexity.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.simplexity.report.content.HeatMap;
import org.simplexity.report.content.HeatMap.Frame;
import org.simplexity.report.drawing.Shares;
import org.simplexity.report.markup.Element;

/** A heat map, with a slider where there are several moments. */
final class HeatMapMarkup {
  private HeatMapMarkup() {}

  static Element of(HeatMap map) {
    Shares shares = map.last().shares();
    Element canvas =
        Element.of("div")
            .with("class", "canvas")
            .with("role", "img")
            .with("style", "height:" + (70 + 30 * shares.edges().size()) + "px")
            .with("aria-label", map.title() + ", " + map.last().name() + ". " + shares.inWords());
    Element figure =
        Element.of("figure", Element.of("figcaption", map.title()), canvas)
            .with("class", "chart")
            .with("data-chart", "heat");
    return (map.frames().size() > 1 ? figure.add(slider(map)) : figure).add(Json.script(data(map)));
  }

  private static Element slider(HeatMap map) {
    int last = map.frames().size() - 1;
    Element input =
        Element.of("input")
            .with("type", "range")
            .with("min", "0")
            .with("max", Integer.toString(last))
            .with("value", Integer.toString(last));
    return Element.of(
            "div",
            Element.of("label", Element.of("span", "Time"), input),
            Element.of("output", map.last().name()))
        .with("class", "slider");
  }

  private static ObjectNode data(HeatMap map) {
    ObjectNode data = Json.object();
    data.set("edges", Json.array(map.last().shares().edges()));
    data.set("operations", Json.array(map.last().shares().operations()));
    ArrayNode frames = data.putArray("frames");
    for (Frame frame : map.frames()) {
      ObjectNode one = frames.addObject();
      one.put("name", frame.name());
      ArrayNode rows = one.putArray("gamma");
      frame.shares().gamma().forEach(row -> rows.add(Json.numbers(row)));
    }
    return data;
  }
}
