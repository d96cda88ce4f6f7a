package org.simplexity.report.markup;

/**
 * Finished source that is written as it is: scripts, style sheets and checked drawings of our own.
 *
 * <p>Never built from what a user wrote.
 *
 * @param text the source
 */
public record Source(String text) implements Markup {
  @Override
  public void appendTo(StringBuilder out) {
    out.append(text);
  }
}
