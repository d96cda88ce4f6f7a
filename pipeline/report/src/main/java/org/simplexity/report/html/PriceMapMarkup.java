package org.simplexity.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.simplexity.report.content.PriceMap;
import org.simplexity.report.content.PriceMap.Place;
import org.simplexity.report.content.PriceMap.Reading;
import org.simplexity.report.content.PriceMap.Structure;
import org.simplexity.report.drawing.Svg;
import org.simplexity.report.markup.Element;
import org.simplexity.report.markup.PlainText;

/** A triangle to point at, or sliders, with large figures and drawings; and the same as a table. */
final class PriceMapMarkup {
  private static final int TRIANGLE = 3;
  private static final double WIDTH = 460;
  private static final double SIDE = 340;
  private static final double TOP = 42;

  private final PriceMap map;

  private PriceMapMarkup(PriceMap map) {
    this.map = map;
  }

  static Element of(PriceMap map) {
    return new PriceMapMarkup(map).figure();
  }

  private Element figure() {
    Element figure =
        Element.of("figure", Element.of("figcaption", map.title()), panel())
            .with("class", "prices");
    for (int i = 0; i < map.structures().size(); i++) {
      figure = figure.add(cells(map.structures().get(i), i));
    }
    return figure.add(Json.script(data()), table());
  }

  private Element panel() {
    Element pick = map.prices().size() == TRIANGLE ? triangle() : sliders();
    return Element.of("div", Element.of("div", colours(), pick).with("class", "pick"), readings())
        .with("class", "panel");
  }

  /** What the shades of the places stand for. */
  private Element colours() {
    Element select =
        Element.of("select")
            .add(titles().stream().map(title -> Element.of("option", title)).toList());
    return Element.of("label", Element.of("span", "Shade by"), select, Element.of("small"))
        .with("class", "shade");
  }

  private List<String> titles() {
    return map.structures().get(0).readings().stream().map(Reading::title).toList();
  }

  private double height() {
    return SIDE * Math.sqrt(3) / 2;
  }

  /** Corner k of the triangle: the price of operation k alone. */
  private List<Double> corner(int k) {
    double left = (WIDTH - SIDE) / 2;
    return switch (k) {
      case 0 -> List.of(left, TOP + height());
      case 1 -> List.of(WIDTH / 2, TOP);
      default -> List.of(left + SIDE, TOP + height());
    };
  }

  private List<Double> point(Place place) {
    double x = 0;
    double y = 0;
    for (int k = 0; k < TRIANGLE; k++) {
      x += place.at().get(k) * corner(k).get(0);
      y += place.at().get(k) * corner(k).get(1);
    }
    return List.of(x, y);
  }

  private Element triangle() {
    String corners =
        IntStream.range(0, TRIANGLE)
            .mapToObj(
                k -> String.format(Locale.ROOT, "%.1f,%.1f", corner(k).get(0), corner(k).get(1)))
            .collect(Collectors.joining(" "));
    Element drawing =
        Element.of("svg", Element.of("polygon").with("points", corners))
            .with(
                "viewBox", String.format(Locale.ROOT, "0 0 %.0f %.0f", WIDTH, TOP + height() + 46))
            .with("tabindex", "0")
            .with("role", "img")
            .with(
                "aria-label",
                map.title()
                    + ": a triangle of prices. Point at a place or use the arrow keys; the figures"
                    + " and the drawings follow.");
    for (int i = 0; i < map.places().size(); i++) {
      List<Double> point = point(map.places().get(i));
      drawing =
          drawing.add(
              Element.of("circle")
                  .with("class", i == map.first() ? "place chosen" : "place")
                  .with("cx", point.get(0))
                  .with("cy", point.get(1))
                  .with("r", radius()));
    }
    for (int k = 0; k < TRIANGLE; k++) {
      double below = k == 1 ? -18 : 32;
      String anchor = k == 0 ? "start" : k == 1 ? "middle" : "end";
      double x = k == 0 ? 4 : k == 1 ? corner(k).get(0) : WIDTH - 4;
      drawing =
          drawing.add(
              Element.of("text", map.prices().get(k))
                  .with("x", x)
                  .with("y", corner(k).get(1) + below)
                  .with("text-anchor", anchor));
    }
    return drawing;
  }

  /** So large that places of a grid do not touch; single ones between them may. */
  private double radius() {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < map.places().size(); i++) {
      for (int j = 0; j < i; j++) {
        List<Double> one = point(map.places().get(i));
        List<Double> other = point(map.places().get(j));
        double gap = Math.hypot(one.get(0) - other.get(0), one.get(1) - other.get(1));
        least = gap > SIDE / 25 ? Math.min(least, gap) : least;
      }
    }
    return Math.min(13, Math.max(4, 0.38 * Math.min(least, SIDE / 4)));
  }

  private Element sliders() {
    List<Element> all = new ArrayList<>();
    for (int k = 0; k < map.prices().size(); k++) {
      int coordinate = k;
      List<Double> values =
          map.places().stream().map(p -> p.at().get(coordinate)).distinct().sorted().toList();
      Element input =
          Element.of("input")
              .with("type", "range")
              .with("min", Double.toString(values.get(0)))
              .with("max", Double.toString(values.get(values.size() - 1)))
              .with("step", "any");
      all.add(Element.of("label", Element.of("span", map.prices().get(k)), input));
    }
    return Element.of("div").with("class", "sliders").add(all);
  }

  private Element readings() {
    Structure structure = map.structures().get(map.places().get(map.first()).structure());
    Element list = Element.of("dl").with("class", "readings");
    list =
        list.add(
            Element.of(
                "div",
                Element.of("dt", map.prices().size() == 1 ? "Complexity" : "Prices"),
                Element.of("dd", words(map.places().get(map.first()))).with("class", "at")));
    for (Reading reading : structure.readings()) {
      list =
          list.add(
              Element.of(
                  "div", Element.of("dt", reading.title()), Element.of("dd", reading.text())));
    }
    return list.with("aria-live", "polite");
  }

  private static String words(Place place) {
    return place.at().stream()
        .map(price -> String.format(Locale.ROOT, "%.3g", price))
        .map(word -> word.contains(".") ? word.replaceAll("\\.?0+$", "") : word)
        .collect(Collectors.joining(" · "));
  }

  private Element cells(Structure structure, int number) {
    Element cells =
        Element.of("div")
            .with("class", "cells")
            .add(structure.cells().stream().map(Svg::embedded).toList());
    boolean shown = map.places().get(map.first()).structure() == number;
    return shown ? cells : cells.with("hidden", "hidden");
  }

  private ObjectNode data() {
    ObjectNode data = Json.object();
    data.put("first", map.first());
    ArrayNode places = data.putArray("places");
    for (Place place : map.places()) {
      ObjectNode one = places.addObject();
      one.set("at", Json.numbers(place.at()));
      one.put("words", words(place));
      one.put("structure", place.structure());
    }
    ArrayNode structures = data.putArray("structures");
    for (Structure structure : map.structures()) {
      ObjectNode one = structures.addObject();
      one.set("texts", Json.array(structure.readings().stream().map(Reading::text).toList()));
      one.set("values", Json.numbers(structure.readings().stream().map(Reading::value).toList()));
    }
    return data;
  }

  private Element table() {
    Element head =
        Element.of("tr")
            .add(
                Stream.concat(map.prices().stream(), titles().stream())
                    .map(title -> Element.of("th", title).with("scope", "col"))
                    .toList());
    List<Element> rows =
        map.places().stream()
            .map(
                place ->
                    Element.of("tr")
                        .add(
                            Stream.concat(
                                    place.at().stream()
                                        .map(price -> String.format(Locale.ROOT, "%.3f", price)),
                                    map.structures().get(place.structure()).readings().stream()
                                        .map(Reading::text))
                                .map(text -> Element.of("td", new PlainText(text)))
                                .toList()))
            .toList();
    Element table = Element.of("table", Element.of("thead", head), Element.of("tbody").add(rows));
    return Element.of("details", Element.of("summary", "Numbers"), table).with("class", "numbers");
  }
}
