package org.simplexity.stage.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.Facts.Fact;
import org.simplexity.report.content.Quantity;

/**
 * What discretisation cost, in one line: accuracies from the supernet to the fine-tuned network.
 */
final class Discretisation {
  private static final String ARROW = " → ";

  private Discretisation() {}

  static Fact of(UpstreamRun run) {
    Map<String, Double> metrics = run.summary().metrics();
    List<Figure> measured =
        Figure.DISCRETE.stream().filter(figure -> metrics.containsKey(figure.metric())).toList();
    String titles =
        measured.stream().map(figure -> figure.column().title()).collect(Collectors.joining(ARROW));
    String values =
        measured.stream()
            .map(figure -> metrics.getOrDefault(figure.metric(), Double.NaN))
            .map(Quantity.FRACTION::format)
            .collect(Collectors.joining(ARROW));
    return new Fact(titles, values);
  }
}
