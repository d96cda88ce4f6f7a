package org.simplexity.stage.report;

import java.util.Map;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.Facts.Fact;
import org.simplexity.report.content.Quantity;

/** What discretisation cost, in one line: accuracy of the supernet, discretised, fine-tuned. */
final class Discretisation {
  private Discretisation() {}

  static Fact of(UpstreamRun run) {
    Map<String, Double> metrics = run.summary().metrics();
    StringBuilder text = new StringBuilder();
    for (String metric :
        new String[] {"accuracy/supernet", "accuracy/discrete", "accuracy/fine_tuned"}) {
      if (metrics.containsKey(metric)) {
        text.append(text.length() == 0 ? "" : " → ");
        text.append(Quantity.FRACTION.format(metrics.getOrDefault(metric, Double.NaN)));
      }
    }
    String stages = metrics.containsKey("accuracy/fine_tuned") ? " → fine-tuned" : "";
    return new Fact("Supernet → discrete" + stages, text.toString());
  }
}
