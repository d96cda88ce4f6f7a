package org.simplexity.stage.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.experiment.graph.StageDescription;
import org.simplexity.experiment.graph.Stages;
import org.simplexity.experiment.stage.Upstream;
import org.simplexity.experiment.stage.UpstreamRun;

/**
 * All runs of an experiment by stage.
 *
 * @param runs name of a stage to its runs; stages without runs need no entry
 */
record Gathered(Map<String, List<UpstreamRun>> runs) {
  /** Copies the runs. */
  Gathered {
    runs = Map.copyOf(runs);
  }

  static Gathered of(Upstream upstream) {
    Map<String, List<UpstreamRun>> runs = new LinkedHashMap<>();
    for (StageDescription stage : Stages.ALL) {
      if (!(stage.fan() instanceof StageDescription.Fan.Once)) {
        runs.put(stage.name(), upstream.runs(stage.name()));
      }
    }
    return new Gathered(runs);
  }

  private List<UpstreamRun> of(String stage) {
    return runs.getOrDefault(stage, List.of());
  }

  /** Runs that prepared images. */
  List<UpstreamRun> data() {
    return of("data-prep");
  }

  /** Runs that searched a structure. */
  List<UpstreamRun> search() {
    return of("search");
  }

  /** Runs that made one discrete. */
  List<UpstreamRun> discretise() {
    return of("discretise");
  }

  /** Runs that trained a discrete network. */
  List<UpstreamRun> train() {
    return of("train");
  }

  /** Runs that disturbed a trained network. */
  List<UpstreamRun> robustness() {
    return of("robustness");
  }

  /** Runs that fitted weights for one λ or for all. */
  List<UpstreamRun> hypernet() {
    return of("hypernet");
  }

  /** Runs that removed weights. */
  List<UpstreamRun> prune() {
    return of("prune");
  }

  /** Runs that solved the polynomial example. */
  List<UpstreamRun> polynomial() {
    return of("polynomial");
  }

  /** Runs that fitted an autoencoder. */
  List<UpstreamRun> autoencoder() {
    return of("autoencoder");
  }

  /** Runs that searched a family of structures. */
  List<UpstreamRun> family() {
    return of("family");
  }

  /** Runs that boosted an ensemble. */
  List<UpstreamRun> adanet() {
    return of("adanet");
  }

  /** Runs that built ensembles. */
  List<UpstreamRun> ensemble() {
    return of("ensemble");
  }

  /** All of them, those of upstream stages first. */
  List<UpstreamRun> all() {
    return Stages.ALL.stream().flatMap(stage -> of(stage.name()).stream()).toList();
  }
}
