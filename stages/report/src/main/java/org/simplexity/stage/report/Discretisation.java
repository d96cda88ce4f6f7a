package org.simplexity.stage.report;

import java.util.List;
import java.util.stream.Collectors;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.Facts.Fact;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.ranking.Figure;
import org.simplexity.report.ranking.Headline;

/**
 * What discretisation cost, in one line: accuracies from the supernet to the fine-tuned network.
 */
final class Discretisation {
  private static final String ARROW = " → ";

  private Discretisation() {}

  static Fact of(UpstreamRun run) {
    List<Figure> measured =
        Figure.DISCRETE.stream()
            .filter(figure -> Headline.value(run, figure.metric()).isPresent())
            .toList();
    String titles =
        measured.stream().map(figure -> figure.column().title()).collect(Collectors.joining(ARROW));
    String values =
        measured.stream()
            .flatMap(figure -> Headline.value(run, figure.metric()).stream())
            .map(Quantity.FRACTION::format)
            .collect(Collectors.joining(ARROW));
    return new Fact(titles, values);
  }
}
