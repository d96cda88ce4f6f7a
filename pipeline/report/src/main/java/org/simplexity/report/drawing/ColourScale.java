package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.simplexity.report.markup.Element;
import org.simplexity.report.markup.Source;

/**
 * A sequential scale whose lightness alone orders its colours, so that any colour vision and a grey
 * print read it. On light ground little is pale, on dark ground little is dark.
 *
 * <p>"Blues" of ColorBrewer, Harrower and Brewer 2003.
 */
final class ColourScale {
  private static final int[][] ANCHORS = {
    {8, 48, 107}, {33, 113, 181}, {107, 174, 214}, {198, 219, 239}, {247, 251, 255}
  };

  /** Number of colours. */
  static final int LEVELS = 24;

  private static final List<Colour> COLOURS = colours();

  private ColourScale() {}

  /** The colour of a level, from little to much. */
  static Colour level(int level) {
    return COLOURS.get(level);
  }

  /** The level of a share; what lies outside [0, 1] has the nearer end. */
  static int of(double share) {
    return (int) Math.max(0, Math.min(LEVELS - 1, Math.floor(share * LEVELS)));
  }

  /** A path filled, and outlined so that no seam shows, in the colour of a level. */
  static Element path(String data, int level) {
    return Element.of("path")
        .with("class", "level-" + level)
        .with("d", data)
        .with("fill", level(level).light())
        .with("stroke", level(level).light())
        .with("stroke-width", 0.5);
  }

  /** The rules by which a drawing's levels turn dark. */
  static Element darkRules() {
    StringBuilder rules = new StringBuilder("@media screen and (prefers-color-scheme: dark) {");
    for (int level = 0; level < LEVELS; level++) {
      String dark = level(level).dark();
      rules.append(".simplexity-drawing .level-").append(level);
      rules.append("{fill:").append(dark).append(";stroke:").append(dark).append("}");
    }
    return Element.of("style", new Source(rules.append("}").toString()));
  }

  private static List<Colour> colours() {
    List<Colour> colours = new ArrayList<>();
    for (int level = 0; level < LEVELS; level++) {
      double share = level / (LEVELS - 1.0);
      colours.add(new Colour(mixed(1 - share), mixed(share)));
    }
    return List.copyOf(colours);
  }

  private static String mixed(double share) {
    double place = share * (ANCHORS.length - 1);
    int below = (int) Math.min(ANCHORS.length - 2, Math.floor(place));
    double rest = place - below;
    StringBuilder text = new StringBuilder("#");
    for (int channel = 0; channel < 3; channel++) {
      double value = (1 - rest) * ANCHORS[below][channel] + rest * ANCHORS[below + 1][channel];
      text.append(String.format(Locale.ROOT, "%02x", Math.round(value)));
    }
    return text.toString();
  }
}
