package org.simplexity.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.Function;
import org.simplexity.report.drawing.Colour;
import org.simplexity.report.drawing.Palette;
import org.simplexity.report.markup.Source;

/** Scripts and style of the page, from the class path. */
final class Resources {
  private static final String WEBJAR = "/META-INF/maven/org.webjars/echarts/pom.properties";

  private Resources() {}

  /** Style of the page, with the colours of legends. */
  static Source style() {
    StringBuilder style = new StringBuilder(read("report.css"));
    style.append(swatches(Colour::light));
    style.append("@media screen and (prefers-color-scheme: dark) {\n");
    return new Source(style.append(swatches(Colour::dark)).append("}\n").toString());
  }

  /** Class that gives an entry of a legend its colour. */
  static String swatch(int colour) {
    return "series-" + Math.floorMod(colour, Palette.SERIES.size());
  }

  private static String swatches(Function<Colour, String> ground) {
    StringBuilder rules = new StringBuilder();
    for (int index = 0; index < Palette.SERIES.size(); index++) {
      String value = ground.apply(Palette.series(index));
      rules.append(".").append(swatch(index)).append(" { --swatch: ").append(value).append("; }\n");
    }
    return rules.toString();
  }

  /** Behaviour of the page. */
  static Source script() {
    return new Source(read("report.js"));
  }

  /** Apache ECharts, with its licence in its head; the version is the webjar's own. */
  static Source charts() {
    try {
      Properties properties = new Properties();
      try (InputStream in = open(WEBJAR)) {
        properties.load(in);
      }
      String version = properties.getProperty("version");
      return new Source(read("/META-INF/resources/webjars/echarts/" + version + "/echarts.min.js"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + WEBJAR, e);
    }
  }

  private static String read(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = Resources.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException(name + " is not on the class path");
    }
    return in;
  }
}
