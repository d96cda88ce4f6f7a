package org.simplexity.stage.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.StructureMovement;
import org.simplexity.report.drawing.Shares;
import org.simplexity.tracking.MetricPoint;

/** Reads the course of γ from the metrics {@code structure/gamma/CELL/FROM-TO/OPERATION}. */
final class GammaHistory {
  private final UpstreamRun run;
  private final String prefix;
  private final List<String> edges;
  private final List<String> operations;

  private GammaHistory(UpstreamRun run, String cell) {
    this.run = run;
    this.prefix = "structure/gamma/" + cell + "/";
    List<String[]> names =
        run.summary().metrics().keySet().stream()
            .filter(metric -> metric.startsWith(prefix))
            .map(metric -> metric.substring(prefix.length()).split("/", 2))
            .toList();
    this.edges =
        names.stream().map(name -> name[0]).distinct().sorted(BY_TARGET_AND_SOURCE).toList();
    this.operations = List.copyOf(new TreeSet<>(names.stream().map(name -> name[1]).toList()));
  }

  private static final Comparator<String> BY_TARGET_AND_SOURCE =
      Comparator.<String>comparingInt(edge -> node(edge, 1)).thenComparingInt(e -> node(e, 0));

  /**
   * The course of γ of one cell type.
   *
   * @param run run of a search
   * @param cell {@code normal} or {@code reduction}
   * @param title name of the chart
   * @return empty if the run logged no γ of that cell, or not a single epoch of it is whole
   */
  static Optional<StructureMovement> of(UpstreamRun run, String cell, String title) {
    return new GammaHistory(run, cell).movement(title);
  }

  private Optional<StructureMovement> movement(String title) {
    Map<String, Map<Long, Double>> courses =
        edges.stream()
            .flatMap(edge -> operations.stream().map(operation -> edge + "/" + operation))
            .collect(Collectors.toMap(name -> name, this::course));
    List<Long> epochs = wholeEpochs(courses);
    List<Shares> shares = epochs.stream().map(epoch -> shares(courses, epoch)).toList();
    return epochs.isEmpty()
        ? Optional.empty()
        : Optional.of(new StructureMovement(title, epochs, shares));
  }

  private Map<Long, Double> course(String name) {
    return run.history(prefix + name).stream()
        .filter(point -> point.value() >= 0 && point.value() <= 1)
        .collect(
            Collectors.toMap(
                MetricPoint::step, MetricPoint::value, (first, last) -> last, TreeMap::new));
  }

  /** Epochs at which every share is known. */
  private static List<Long> wholeEpochs(Map<String, Map<Long, Double>> courses) {
    TreeSet<Long> epochs = new TreeSet<>();
    courses.values().forEach(course -> epochs.addAll(course.keySet()));
    courses.values().forEach(course -> epochs.retainAll(course.keySet()));
    return List.copyOf(epochs);
  }

  private Shares shares(Map<String, Map<Long, Double>> courses, long epoch) {
    List<List<Double>> gamma = new ArrayList<>();
    for (String edge : edges) {
      gamma.add(
          operations.stream()
              .map(operation -> courses.getOrDefault(edge + "/" + operation, Map.of()).get(epoch))
              .toList());
    }
    return new Shares(edges, operations, gamma);
  }

  private static int node(String edge, int end) {
    return Integer.parseInt(edge.split("-", 2)[end]);
  }
}
