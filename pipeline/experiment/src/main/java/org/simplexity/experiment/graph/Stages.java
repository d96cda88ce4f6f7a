package org.simplexity.experiment.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.graph.StageDescription.Fan;
import org.simplexity.experiment.graph.StageDescription.Independence;
import org.simplexity.experiment.graph.StageDescription.Part;
import org.simplexity.experiment.graph.StageDescription.Substitute;
import org.simplexity.method.weights.FamilyModel;

/** The stages of an experiment. A new stage is described here and nowhere else. */
public final class Stages {
  /** All stages, upstream first. */
  public static final List<StageDescription> ALL =
      List.of(
          new StageDescription(
              "data-prep",
              List.of("seed", "data"),
              List.of(),
              new Fan.PerCell(),
              Part.SEARCH,
              false),
          new StageDescription(
              "search",
              List.of("seed", "data", "space", "search", "runtime.threads"),
              List.of("data-prep"),
              new Fan.PerCell(),
              Part.SEARCH,
              true),
          new StageDescription(
              "discretise",
              List.of("seed", "data", "space", "search", "discretise", "runtime.threads"),
              List.of("data-prep", "search"),
              new Fan.PerCell(),
              Part.TRAIN,
              true),
          new StageDescription(
              "train",
              List.of("seed", "data", "space", "train", "runtime.threads"),
              List.of("data-prep", "search", "discretise"),
              new Fan.PerElement("train.start"),
              Part.TRAIN,
              true),
          new StageDescription(
              "evaluate",
              List.of("name", "sweep"),
              List.of(),
              new Fan.Once(),
              Part.EVALUATE,
              false),
          new StageDescription(
              "robustness",
              List.of("seed", "data", "space", "robustness", "runtime.threads"),
              List.of("data-prep", "train"),
              new Fan.PerCell(),
              Part.EVALUATE,
              true,
              new Substitute(
                  "robustness.network",
                  List.of("seed", "data", "robustness", "runtime.threads"),
                  List.of("data-prep"))),
          new StageDescription(
              "hypernet",
              List.of("seed", "lambda", "data", "hypernet", "runtime.threads"),
              List.of("data-prep"),
              new Fan.PerCell(),
              Part.TRAIN,
              true,
              new Independence("lambda", "hypernet.model", hypernetworks())),
          new StageDescription(
              "prune",
              List.of("seed", "lambda", "data", "hypernet", "prune", "runtime.threads"),
              List.of("data-prep", "hypernet"),
              new Fan.PerCell(),
              Part.EVALUATE,
              true),
          new StageDescription(
              "polynomial",
              List.of("seed", "polynomial"),
              List.of(),
              new Fan.PerCell(),
              Part.SEARCH,
              false),
          new StageDescription(
              "autoencoder",
              List.of("seed", "data", "autoencoder", "runtime.threads"),
              List.of("data-prep"),
              new Fan.PerCell(),
              Part.TRAIN,
              true),
          new StageDescription(
              "family",
              List.of("seed", "data", "space", "family", "runtime.threads"),
              List.of("data-prep"),
              new Fan.PerCell(),
              Part.SEARCH,
              true),
          new StageDescription(
              "adanet",
              List.of("seed", "data", "space", "adanet", "runtime.threads"),
              List.of("data-prep"),
              new Fan.PerCell(),
              Part.TRAIN,
              true),
          new StageDescription(
              "ensemble",
              List.of("seed", "data", "space", "search", "ensemble", "runtime.threads"),
              List.of("data-prep", "search"),
              new Fan.PerCell(),
              Part.TRAIN,
              true),
          new StageDescription(
              "report",
              List.of("name", "description", "sweep"),
              List.of(),
              new Fan.Once(),
              Part.REPORT,
              false));

  private Stages() {}

  /** Models that are fitted once for all λ. */
  private static List<String> hypernetworks() {
    return Arrays.stream(FamilyModel.values())
        .filter(FamilyModel::isHypernetwork)
        .map(FamilyModel::toString)
        .toList();
  }

  /**
   * The stages that an experiment runs, upstream first.
   *
   * @param experiment experiment
   */
  public static List<StageDescription> of(Experiment experiment) {
    return ALL.stream()
        .filter(
            stage -> experiment.stages().stream().anyMatch(n -> n.toString().equals(stage.name())))
        .toList();
  }

  /**
   * The description of one stage.
   *
   * @param name name of the stage
   * @throws IllegalArgumentException if there is none of that name
   */
  public static StageDescription named(String name) {
    return ALL.stream()
        .filter(stage -> stage.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static String unknown(String name) {
    return "there is no stage \""
        + name
        + "\"; expected one of "
        + ALL.stream().map(StageDescription::name).collect(Collectors.joining(", "));
  }
}
