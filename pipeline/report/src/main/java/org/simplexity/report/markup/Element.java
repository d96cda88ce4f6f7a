package org.simplexity.report.markup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An element with attributes in order of writing and with children.
 *
 * <p>Immutable: every method that adds returns a new element.
 *
 * @param name tag name
 * @param attributes attribute values, not escaped
 * @param children what stands between the tags
 */
public record Element(String name, Map<String, String> attributes, List<Markup> children)
    implements Markup {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9:-]*");
  private static final Set<String> VOID = Set.of("meta", "img", "input", "br", "hr", "link");

  /** Checks the names, so that no value can ever pose as markup. */
  public Element {
    requireName(name);
    attributes.keySet().forEach(Element::requireName);
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    children = List.copyOf(children);
    if (VOID.contains(name) && !children.isEmpty()) {
      throw new IllegalArgumentException("element " + name + " cannot have children");
    }
  }

  /**
   * An element without attributes.
   *
   * @param name tag name
   * @param children what stands between the tags
   */
  public static Element of(String name, Markup... children) {
    return new Element(name, Map.of(), List.of(children));
  }

  /**
   * An element that holds one text.
   *
   * @param name tag name
   * @param text what the reader is to see; escaped on writing
   */
  public static Element of(String name, String text) {
    return of(name, new PlainText(text));
  }

  /**
   * This element with one more attribute.
   *
   * @param attribute its name
   * @param value its value; escaped on writing
   */
  public Element with(String attribute, String value) {
    Map<String, String> more = new LinkedHashMap<>(attributes);
    more.put(attribute, value);
    return new Element(name, more, children);
  }

  /**
   * This element with a number as attribute, with at most two decimals.
   *
   * @param attribute its name
   * @param value a length in user units
   */
  public Element with(String attribute, double value) {
    return with(attribute, Decimal.of(value));
  }

  /**
   * This element with more children.
   *
   * @param more what follows the children it has
   */
  public Element add(Markup... more) {
    return add(Arrays.asList(more));
  }

  /**
   * This element with more children.
   *
   * @param more what follows the children it has
   */
  public Element add(List<? extends Markup> more) {
    List<Markup> all = new ArrayList<>(children);
    all.addAll(more);
    return new Element(name, attributes, all);
  }

  @Override
  public void appendTo(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (attribute, value) -> {
          out.append(' ').append(attribute).append("=\"");
          PlainText.escape(value, out);
          out.append('"');
        });
    out.append('>');
    if (!VOID.contains(name)) {
      children.forEach(child -> child.appendTo(out));
      out.append("</").append(name).append('>');
    }
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" is not the name of a tag or attribute");
    }
  }
}
