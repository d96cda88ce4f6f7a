package org.simplexity.regression.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.simplexity.report.drawing.Palette;
import org.simplexity.report.markup.Element;
import org.simplexity.report.markup.Source;

/** Title, style and the policy that forbids scripts and every request. */
final class HtmlHead {
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action"
          + " 'none'";

  private HtmlHead() {}

  static Element of(String title) {
    return Element.of(
        "head",
        Element.of("meta").with("charset", "utf-8"),
        Element.of("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY),
        Element.of("meta")
            .with("name", "viewport")
            .with("content", "width=device-width, initial-scale=1"),
        Element.of("title", title),
        Element.of("link").with("rel", "icon").with("href", "data:,"),
        Element.of("style", style()));
  }

  private static Source style() {
    String colours =
        colours(Palette.series(0).light(), Palette.series(1).light())
            + "@media screen and (prefers-color-scheme: dark) { "
            + colours(Palette.series(0).dark(), Palette.series(1).dark())
            + "}\n";
    return new Source(read() + colours);
  }

  private static String colours(String baseline, String candidate) {
    return ":root { --baseline: " + baseline + "; --candidate: " + candidate + "; }\n";
  }

  private static String read() {
    try (InputStream in = HtmlHead.class.getResourceAsStream("comparison.css")) {
      if (in == null) {
        throw new IllegalStateException("comparison.css is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read comparison.css", e);
    }
  }
}
