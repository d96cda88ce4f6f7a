package org.simplexity.report.drawing;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A drawing read back by the XML parser of the JDK. */
record ParsedDrawing(Document document) {
  static ParsedDrawing of(Svg drawing) {
    try {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      return new ParsedDrawing(builder.parse(new InputSource(new StringReader(drawing.text()))));
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + drawing.text(), e);
    }
  }

  Element root() {
    return document.getDocumentElement();
  }

  List<Element> all(String tag) {
    return within(root(), tag);
  }

  List<Element> groups(String name) {
    return all("g").stream().filter(g -> g.getAttribute("class").equals(name)).toList();
  }

  /** Frames of nodes and of labels. */
  List<Box> boxes() {
    return Stream.concat(groups("node").stream(), groups("edge").stream())
        .flatMap(group -> within(group, "rect").stream())
        .map(ParsedDrawing::box)
        .toList();
  }

  Box viewBox() {
    String[] parts = root().getAttribute("viewBox").split(" ", -1);
    return new Box(0, 0, Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
  }

  static Box box(Element rectangle) {
    return new Box(
        number(rectangle, "x"),
        number(rectangle, "y"),
        number(rectangle, "width"),
        number(rectangle, "height"));
  }

  static String edge(Element group) {
    return String.format(
        Locale.ROOT,
        "%s-%s %s",
        group.getAttribute("data-from"),
        group.getAttribute("data-to"),
        group.getAttribute("data-operation"));
  }

  static List<Element> within(Element parent, String tag) {
    NodeList found = parent.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int index = 0; index < found.getLength(); index++) {
      elements.add((Element) found.item(index));
    }
    return elements;
  }

  static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
