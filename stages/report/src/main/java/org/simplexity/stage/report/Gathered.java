package org.simplexity.stage.report;

import java.util.List;
import java.util.stream.Stream;
import org.simplexity.experiment.stage.Upstream;
import org.simplexity.experiment.stage.UpstreamRun;

/**
 * All runs of an experiment by stage.
 *
 * @param data runs that prepared images
 * @param search runs that searched a structure
 * @param discretise runs that made one discrete
 * @param train runs that trained a discrete network
 * @param robustness runs that disturbed a trained network
 * @param polynomial runs that solved the polynomial example
 */
record Gathered(
    List<UpstreamRun> data,
    List<UpstreamRun> search,
    List<UpstreamRun> discretise,
    List<UpstreamRun> train,
    List<UpstreamRun> robustness,
    List<UpstreamRun> polynomial) {

  static Gathered of(Upstream upstream) {
    return new Gathered(
        upstream.runs("data-prep"),
        upstream.runs("search"),
        upstream.runs("discretise"),
        upstream.runs("train"),
        upstream.runs("robustness"),
        upstream.runs("polynomial"));
  }

  List<UpstreamRun> all() {
    return Stream.of(data, search, discretise, train, robustness, polynomial)
        .flatMap(List::stream)
        .toList();
  }
}
