package org.simplexity.tracking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mlflow.api.proto.Service.GetMetricHistory;

/**
 * All points of a metric, all pages, by step, then time.
 *
 * @param run id of the run
 * @param key name of the metric
 * @param page most points in one answer
 */
record MetricHistory(String run, String key, int page) {
  static final int PAGE = 25_000;

  List<MetricPoint> read(MlflowApi api) throws IOException {
    List<MetricPoint> points = new ArrayList<>();
    String next = "";
    do {
      GetMetricHistory.Response answer = api.history(run, key, page, next);
      answer.getMetricsList().forEach(metric -> points.add(Runs.point(metric)));
      next = answer.getNextPageToken();
    } while (!next.isEmpty());
    points.sort(Comparator.comparingLong(MetricPoint::step).thenComparing(MetricPoint::time));
    return points;
  }
}
