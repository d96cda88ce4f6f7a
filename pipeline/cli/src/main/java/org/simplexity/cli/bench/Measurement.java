package org.simplexity.cli.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.simplexity.experiment.stage.MachineFacts;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.PlanSettings;

/** What was measured, on what: named numbers in the order in which they are printed. */
final class Measurement {
  private static final double PRECISION = 1e4;
  private static final double MEGA = 1e6;
  private static final int MOST_LISTED = 100;

  private final ObjectNode facts = JsonNodeFactory.instance.objectNode();
  private final StringBuilder table = new StringBuilder();

  /** Times of one kind of step, as {@code <name>_ms} and what belongs to it; all, if not many. */
  Measurement timed(String name, Timings times) {
    facts.put(name + "_ms", rounded(times.median()));
    facts.put(name + "_least_ms", rounded(times.least()));
    facts.put(name + "_greatest_ms", rounded(times.greatest()));
    if (times.milliseconds().size() <= MOST_LISTED) {
      ArrayNode all = facts.putArray(name + "_all_ms");
      times.milliseconds().forEach(time -> all.add(rounded(time)));
    }
    row(name, "%.3f ms (%.3f to %.3f)", times.median(), times.least(), times.greatest());
    return this;
  }

  /** The network, and what a step of it has to do. */
  Measurement network(Network network, PlanSettings settings) {
    Work work = Work.of(network, settings.batch());
    facts.put("parameters", network.parameters().length());
    facts.put("structure_parameters", network.structure().length());
    facts.put("multiply_adds", network.multiplyAdds());
    facts.put("step_multiply_adds", work.multiplyAdds());
    facts.put("step_least_bytes", work.leastBytes());
    facts.put("step_separate_bytes", work.separateBytes());
    row("parameters", "%d", network.parameters().length());
    row("multiply_adds", "%d an image", network.multiplyAdds());
    row("step_multiply_adds", "%.0f million", work.multiplyAdds() / MEGA);
    row(
        "step_bytes",
        "%.0f to %.0f million",
        work.leastBytes() / MEGA,
        work.separateBytes() / MEGA);
    return this;
  }

  /** How many numbers are fitted, where those are not the weights themselves. */
  Measurement fitted(Optional<Integer> count) {
    count.ifPresent(
        parameters -> {
          facts.put("fitted_parameters", parameters);
          row("fitted_parameters", "%d", parameters);
        });
    return this;
  }

  /** How it was measured, on what, and the memory that it took; last. */
  Measurement conditions(PlanSettings settings, Repetitions repetitions, double compileMs) {
    double peak = ResidentMemory.peakMebibytes();
    facts.put("peak_rss_mb", rounded(peak));
    facts.put("compile_ms", rounded(compileMs));
    facts.put("batch", settings.batch()).put("threads", settings.threads());
    facts.put("chunk", settings.chunk());
    facts.put("steps", repetitions.steps()).put("warmup", repetitions.warmUp());
    facts.put("cpu", MachineFacts.cpu());
    facts.put("cores", Runtime.getRuntime().availableProcessors());
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("java", Runtime.version().toString());
    if (peak != ResidentMemory.UNKNOWN) {
      row("peak_rss", "%.0f MiB", peak);
    }
    row("compile", "%.0f ms", compileMs);
    row("batch", "%d, on %d threads", settings.batch(), settings.threads());
    row("machine", "%s, Java %s", MachineFacts.cpu(), Runtime.version());
    return this;
  }

  /** One JSON object in one line. */
  String json() {
    return facts.toString();
  }

  /** A line a fact. */
  String table() {
    return table.toString().stripTrailing();
  }

  private void row(String name, String format, Object... values) {
    String value = String.format(Locale.ROOT, format, values);
    table.append(String.format(Locale.ROOT, "%-20s %s%n", name, value));
  }

  private static double rounded(double value) {
    return Math.round(value * PRECISION) / PRECISION;
  }
}
