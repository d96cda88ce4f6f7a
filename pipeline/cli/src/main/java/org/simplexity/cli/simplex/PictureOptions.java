package org.simplexity.cli.simplex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simplexity.report.drawing.SimplexDrawing;
import org.simplexity.report.drawing.SimplexPanel;
import org.simplexity.report.drawing.Svg;
import picocli.CommandLine.Option;

/** What a picture shows besides the density. */
final class PictureOptions {
  private static final int MOST_DRAWS = 10_000;
  private static final int MOST_PANELS = 20;

  @Option(
      names = "--temperatures",
      paramLabel = "T,T,…",
      converter = Numbers.Converter.class,
      description = "draws a panel for each, side by side, instead of one")
  private @Nullable Numbers temperatures;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "draws over every density (default: ${DEFAULT-VALUE})")
  private int samples = 150;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "where draws start (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--labels",
      paramLabel = "X,Y,Z",
      split = ",",
      hideParamSyntax = true,
      description = "names of the corners (default: 1,2,3)")
  private List<String> labels = new ArrayList<>(List.of("1", "2", "3"));

  long seed() {
    return seed;
  }

  boolean hasTemperatures() {
    return temperatures != null;
  }

  /** Draws a family. */
  Svg draw(DistributionName name, Family family) {
    check(family);
    if (temperatures == null) {
      double temperature = family.temperature();
      boolean plain = name == DistributionName.LOGIT_NORMAL;
      String caption = plain ? "softmax(X)" : "temperature " + Numbers.shortest(temperature);
      return drawing(name, family, List.of(panel(family, temperature, caption)));
    }
    return drawing(
        name,
        family,
        Arrays.stream(temperatures.values())
            .mapToObj(t -> panel(family, t, "temperature " + Numbers.shortest(t)))
            .toList());
  }

  private Svg drawing(DistributionName name, Family family, List<SimplexPanel> panels) {
    return SimplexDrawing.draw(name.label() + ", " + family.inWords(), labels, panels);
  }

  private SimplexPanel panel(Family family, double temperature, String caption) {
    Member member = family.at(temperature);
    List<SimplexPanel.Share> shares =
        Arrays.stream(member.draws(samples, seed))
            .map(draw -> new SimplexPanel.Share(draw[0], draw[1], draw[2]))
            .toList();
    return new SimplexPanel(caption, member::logDensity, shares);
  }

  private void check(Family family) {
    if (family.operations() != 3) {
      throw new IllegalArgumentException(
          "--out: only three operations can be drawn, these are %d; --at tells the density of any"
              .formatted(family.operations()));
    }
    if (labels.size() != 3 || new HashSet<>(labels).size() != 3 || labels.contains("")) {
      throw new IllegalArgumentException(
          "--labels: %s must be three different names".formatted(String.join(",", labels)));
    }
    if (samples < 0 || samples > MOST_DRAWS) {
      throw new IllegalArgumentException(
          "--samples: %d does not lie in 0..%d".formatted(samples, MOST_DRAWS));
    }
    if (temperatures != null && temperatures.count() > MOST_PANELS) {
      throw new IllegalArgumentException(
          "--temperatures: %d panels are more than %d"
              .formatted(temperatures.count(), MOST_PANELS));
    }
  }
}
