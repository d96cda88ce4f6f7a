package org.simplexity.stage.report;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.method.family.CostKind;
import org.simplexity.method.family.FamilyMember;
import org.simplexity.method.family.SearchedFamily;
import org.simplexity.method.family.SearchedFamilyJson;
import org.simplexity.report.ranking.Headline;

/**
 * A run that searched a family of structures, or a single one.
 *
 * @param run the run
 * @param searched what it left
 */
record FamilyRun(UpstreamRun run, SearchedFamily searched) {
  private static final String FIXED = "family.search.fixed";

  static FamilyRun of(UpstreamRun run) throws IOException {
    String json = Files.readString(run.artifact(SearchedFamily.ARTIFACT));
    return new FamilyRun(run, SearchedFamilyJson.read(json));
  }

  /** Whether it searched for one complexity alone. */
  boolean isSingle() {
    return searched.members().size() == 1;
  }

  String seed() {
    return run.summary().parameters().getOrDefault("seed", "?");
  }

  /** All that it was searched with but the seed and the one complexity. */
  Map<String, String> setting() {
    Map<String, String> setting = new TreeMap<>(run.summary().parameters());
    setting
        .keySet()
        .removeIf(
            key ->
                List.of("seed", "name", "description", FIXED, "family.points").contains(key)
                    || key.startsWith("runtime."));
    return setting;
  }

  /** Seconds of the search and of the scores of its members. */
  double seconds() {
    return Headline.value(run, "time/total_seconds").orElse(Double.NaN)
        + Headline.value(run, "time/survey_seconds").orElse(0.0);
  }

  List<String> operations() {
    return searched.costs().layout().operations();
  }

  /** Whether complexities are prices of operations. */
  boolean hasPrices() {
    return searched.members().get(0).condition().size() == operations().size();
  }

  /** Parameters of a member's operations, without its frame. */
  double operationParameters(FamilyMember member) {
    return member.costs().getOrDefault(CostKind.PARAMETERS, Double.NaN)
        - Objects.requireNonNull(searched.costs().costs().get(CostKind.PARAMETERS)).frame();
  }

  /** A complexity as it is to be read. */
  static String words(List<Double> condition) {
    return condition.stream()
        .map(price -> String.format(Locale.ROOT, "%.2f", price))
        .collect(Collectors.joining(" · "));
  }
}
