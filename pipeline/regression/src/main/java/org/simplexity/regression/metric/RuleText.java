package org.simplexity.regression.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.simplexity.experiment.file.Nearest;
import org.simplexity.experiment.graph.StageDescription;
import org.simplexity.experiment.graph.Stages;

/** Reads {@code [STAGE:]NAME:GOAL[:AMOUNT[%]]}. */
final class RuleText {
  private static final String FORM =
      "[STAGE:]NAME:higher|lower[:TOLERANCE[%]], [STAGE:]NAME:at-most|at-least:LIMIT or"
          + " [STAGE:]NAME:ignored";
  private final String text;
  private final List<String> parts;

  private RuleText(String text) {
    this.text = text;
    this.parts = new ArrayList<>(Arrays.asList(text.split(":", -1)));
  }

  static MetricRule read(String text) {
    return new RuleText(text).rule();
  }

  private MetricRule rule() {
    List<String> stages = Stages.ALL.stream().map(StageDescription::name).toList();
    String stage = parts.size() > 2 && stages.contains(parts.get(0)) ? parts.remove(0) : "";
    if (parts.size() < 2 || parts.size() > 3 || parts.get(0).isBlank()) {
      throw wrong("");
    }
    Goal goal = goal(parts.get(1), stages);
    boolean hasAmount = parts.size() == 3;
    if (goal.isLimit() != hasAmount && !goal.isRelative()) {
      throw wrong(goal.isLimit() ? "; a limit is missing" : "; nothing may follow ignored");
    }
    return new MetricRule(
        stage, parts.get(0), goal, hasAmount ? amount(parts.get(2)) : Amount.NONE);
  }

  private Goal goal(String word, List<String> stages) {
    List<String> words = Arrays.stream(Goal.values()).map(Goal::word).toList();
    if (!words.contains(word)) {
      boolean misspeltStage = parts.size() == 3 && words.contains(parts.get(2));
      throw wrong(
          misspeltStage
              ? "; there is no stage \""
                  + parts.get(0)
                  + "\" (there is "
                  + stages.stream().collect(Collectors.joining(", "))
                  + ")"
                  + Nearest.question(parts.get(0), stages)
              : "; \"" + word + "\" is none of " + words + Nearest.question(word, words));
    }
    return Arrays.stream(Goal.values())
        .filter(v -> v.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private Amount amount(String word) {
    boolean percent = word.endsWith("%");
    String number = percent ? word.substring(0, word.length() - 1) : word;
    try {
      return new Amount(Double.parseDouble(number), percent);
    } catch (NumberFormatException e) {
      throw wrong("; \"" + word + "\" is no number and no percentage");
    }
  }

  private IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException(
        "--metric \"" + text + "\" is not of the form " + FORM + why);
  }
}
