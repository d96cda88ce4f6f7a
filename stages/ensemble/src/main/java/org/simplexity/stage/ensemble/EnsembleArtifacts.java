package org.simplexity.stage.ensemble;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.WorkFolder;
import org.simplexity.method.NetworkWeights;
import org.simplexity.method.ensemble.Cost;
import org.simplexity.method.ensemble.EnsembleMethod;
import org.simplexity.method.ensemble.EnsembleResult;
import org.simplexity.method.ensemble.EnsembleResults;
import org.simplexity.method.ensemble.MemberSink;
import org.simplexity.report.ensemble.AreaRow;
import org.simplexity.report.ensemble.EnsembleRow;
import org.simplexity.report.ensemble.SharedRow;
import org.simplexity.space.Genotype;
import org.simplexity.space.GenotypeJson;
import org.simplexity.tracking.Table;
import org.simplexity.tracking.TrackedRun;

/** Logs members as they are trained and, at the end, the tables of a comparison. */
final class EnsembleArtifacts implements MemberSink {
  private static final List<String> CANDIDATES =
      List.of("wanted", "relaxed", "shared", "accuracy", "nll", "chosen");
  private static final List<String> COSTS =
      List.of("method", "phase", "seed", "seconds", "multiply_adds");

  private final TrackedRun run;
  private final WorkFolder folder;
  private final Experiment experiment;

  @Inject
  EnsembleArtifacts(TrackedRun run, WorkFolder folder, Experiment experiment) {
    this.run = run;
    this.folder = folder;
    this.experiment = experiment;
  }

  /** Logs the structure of every member and the weights of those of EdgeNES. */
  @Override
  public void accept(String name, Genotype genotype, NetworkWeights weights) throws IOException {
    byte[] json = GenotypeJson.write(genotype).getBytes(StandardCharsets.UTF_8);
    run.artifact("members/" + name + "/genotype.json", json, "application/json");
    if (name.startsWith(EnsembleMethod.EDGENES.toString())) {
      Path file = folder.own(name + ".npz");
      weights.write(file);
      run.artifact("members/" + name + "/weights.npz", file);
    }
  }

  void log(EnsembleResults results) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    results.all().forEach(result -> rows.add(row(result).row()));
    run.table(EnsembleRow.TABLE, new Table(EnsembleRow.COLUMNS, rows));
    run.table(AreaRow.TABLE, new Table(AreaRow.COLUMNS, areas(results)));
    run.table("tables/ensemble_cost.json", new Table(COSTS, costs(results)));
    List<List<@Nullable Object>> shared = new ArrayList<>();
    results
        .sharedEdges()
        .forEach(
            edges ->
                shared.add(
                    new SharedRow(
                            experiment.seed(),
                            edges.wanted(),
                            edges.expected(),
                            edges.relaxed(),
                            edges.shared(),
                            edges.deviation())
                        .row()));
    run.table(SharedRow.TABLE, new Table(SharedRow.COLUMNS, shared));
    run.table("tables/candidates.json", new Table(CANDIDATES, candidates(results)));
  }

  private EnsembleRow row(EnsembleResult result) {
    return new EnsembleRow(
        result.method().toString(),
        result.members().size(),
        String.join(" ", result.members()),
        experiment.seed(),
        result.score().accuracy(),
        result.score().negativeLogLikelihood(),
        result.score().calibrationError(),
        result.score().disagreement(),
        result.cost().seconds(),
        result.cost().multiplyAdds());
  }

  private List<List<@Nullable Object>> areas(EnsembleResults results) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (EnsembleMethod method : experiment.ensemble().methods()) {
      rows.add(
          new AreaRow(
                  method.toString(),
                  experiment.seed(),
                  results.area(method, Cost::seconds),
                  results.area(method, Cost::multiplyAdds))
              .row());
    }
    return rows;
  }

  private List<List<@Nullable Object>> costs(EnsembleResults results) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (EnsembleMethod method : experiment.ensemble().methods()) {
      for (String phase : results.phases(method, results.members(method))) {
        Cost cost = results.cost(phase);
        rows.add(
            List.of(
                method.toString(), phase, experiment.seed(), cost.seconds(), cost.multiplyAdds()));
      }
    }
    return rows;
  }

  private static List<List<@Nullable Object>> candidates(EnsembleResults results) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (EnsembleResults.ScoredCandidate candidate : results.candidates()) {
      rows.add(
          List.of(
              candidate.wanted(),
              candidate.relaxed(),
              candidate.shared(),
              candidate.accuracy(),
              candidate.negativeLogLikelihood(),
              candidate.chosen()));
    }
    return rows;
  }
}
