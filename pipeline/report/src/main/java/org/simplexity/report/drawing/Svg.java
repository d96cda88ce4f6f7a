package org.simplexity.report.drawing;

import java.io.StringReader;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.simplexity.report.markup.Source;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A drawing that may be put into any page: well-formed, without scripts, links or anything that is
 * loaded from elsewhere.
 */
public final class Svg {
  private static final Set<String> ALLOWED =
      Set.of(
          "svg",
          "g",
          "title",
          "desc",
          "style",
          "rect",
          "circle",
          "ellipse",
          "line",
          "path",
          "polygon",
          "polyline",
          "text",
          "tspan");

  private final String source;
  private final double width;
  private final double height;

  private Svg(String source, double width, double height) {
    this.source = source;
    this.width = width;
    this.height = height;
  }

  /**
   * Checks a drawing and takes it.
   *
   * @param source SVG, without an XML declaration
   * @throws IllegalArgumentException if it is not well-formed, or holds what a drawing does not
   *     need: scripts, event handlers, links, external resources
   */
  public static Svg of(String source) {
    Element root = parse(source).getDocumentElement();
    if (!root.getTagName().equals("svg")) {
      throw new IllegalArgumentException("root element is " + root.getTagName() + ", not svg");
    }
    NodeList elements = root.getElementsByTagName("*");
    check(root);
    for (int index = 0; index < elements.getLength(); index++) {
      check((Element) elements.item(index));
    }
    return new Svg(source, extent(root, "width"), extent(root, "height"));
  }

  /** The drawing as the text of an SVG file. */
  public String text() {
    return source;
  }

  /** Natural width in pixels; 0 if the drawing does not say. */
  public double width() {
    return width;
  }

  /** Natural height in pixels; 0 if the drawing does not say. */
  public double height() {
    return height;
  }

  /** The drawing as part of a page. */
  public Source embedded() {
    return new Source(source);
  }

  private static double extent(Element root, String attribute) {
    String text = root.getAttribute(attribute);
    return text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?") ? Double.parseDouble(text) : 0;
  }

  private static void check(Element element) {
    if (!ALLOWED.contains(element.getTagName())) {
      throw new IllegalArgumentException("drawing holds a <" + element.getTagName() + ">");
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int index = 0; index < attributes.getLength(); index++) {
      String name = attributes.item(index).getNodeName();
      if (name.startsWith("on") || name.endsWith("href")) {
        throw new IllegalArgumentException(
            "<" + element.getTagName() + "> of the drawing has the attribute " + name);
      }
      checkLoads(attributes.item(index).getNodeValue());
    }
    if (element.getTagName().equals("style")) {
      checkLoads(element.getTextContent());
    }
  }

  private static void checkLoads(String value) {
    if (value.contains("url(") || value.contains("@import")) {
      throw new IllegalArgumentException("drawing loads from elsewhere: " + value);
    }
  }

  private static Document parse(String source) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(source)));
    } catch (SAXException e) {
      throw new IllegalArgumentException("drawing is not well-formed XML: " + e.getMessage(), e);
    } catch (ParserConfigurationException | java.io.IOException e) {
      throw new IllegalStateException("this Java cannot parse XML", e);
    }
  }
}
