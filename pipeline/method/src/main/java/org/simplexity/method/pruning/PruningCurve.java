package org.simplexity.method.pruning;

import java.util.List;
import java.util.Optional;
import org.simplexity.method.Score;

/**
 * Scores of a network over the share of its weights that is removed.
 *
 * @param criterion order of removal
 * @param points shares in increasing order, with their scores
 */
public record PruningCurve(PruningCriterion criterion, List<Point> points) {
  /**
   * One share.
   *
   * @param removed share of the weights that was asked for
   * @param score score on the test split
   */
  public record Point(double removed, Score score) {}

  /** Copies the points. */
  public PruningCurve {
    points = List.copyOf(points);
  }

  /**
   * The score at a share.
   *
   * @param removed share, as it was asked for
   */
  public Optional<Score> at(double removed) {
    return points.stream().filter(p -> p.removed() == removed).map(Point::score).findFirst();
  }

  /**
   * The greatest share up to which every share loses at most some accuracy against the first point.
   *
   * @param loss accuracy that may be lost, 0.01 for one point of a hundred
   */
  public double removable(double loss) {
    double first = points.get(0).score().accuracy();
    double removable = points.get(0).removed();
    for (Point point : points) {
      // Accuracies are counts over images: a tenth of a millionth takes rounding up.
      if (first - point.score().accuracy() > loss + 1e-7) {
        return removable;
      }
      removable = point.removed();
    }
    return removable;
  }
}
