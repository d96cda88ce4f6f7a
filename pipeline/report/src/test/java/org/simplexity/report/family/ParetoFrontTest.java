package org.simplexity.report.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Point;
import org.simplexity.report.content.LineChart.Series;

class ParetoFrontTest {
  @Test
  void nothingCostsLessAndIsBetterThanAPointOfTheFront() {
    Random random = new Random(5);
    List<Point> points =
        Stream.generate(() -> new Point(random.nextInt(30), random.nextInt(30) / 30.0))
            .limit(200)
            .toList();
    List<Point> front = ParetoFront.of(points);
    List<Point> expected =
        points.stream()
            .distinct()
            .filter(
                own ->
                    points.stream()
                        .noneMatch(
                            other ->
                                (other.x() <= own.x() && other.y() > own.y())
                                    || (other.x() < own.x() && other.y() >= own.y())))
            .toList();
    assertThat(front).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(front).isSortedAccordingTo((a, b) -> Double.compare(a.x(), b.x()));
  }

  @Test
  void singleSearchesAreDrawnWhereThereAreSome() {
    List<Point> members = List.of(new Point(1, 0.5), new Point(2, 0.4), new Point(3, 0.9));
    LineChart alone = new ParetoFront(members, List.of()).chart("t", "parameters");
    assertThat(alone.series())
        .extracting(Series::name)
        .containsExactly("members that no other beats", "members");
    assertThat(alone.series().get(0).points())
        .containsExactly(new Point(1, 0.5), new Point(3, 0.9));
    assertThat(new ParetoFront(members, members).chart("t", "parameters").series()).hasSize(3);
  }
}
