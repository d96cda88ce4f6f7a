package org.simplexity.stage.ensemble;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Metrics;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.stage.Upstream;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.Inputs;
import org.simplexity.experiment.task.PeakMemory;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.NetworkWeights;
import org.simplexity.method.StructureJson;
import org.simplexity.method.ensemble.Cost;
import org.simplexity.method.ensemble.EnsembleResult;
import org.simplexity.method.ensemble.EnsembleResults;
import org.simplexity.method.ensemble.EnsembleStudy;
import org.simplexity.method.ensemble.OptimalStructure;
import org.simplexity.method.ensemble.StudySubject;
import org.simplexity.space.CellSpace;
import org.simplexity.tracking.DatasetContext;

/**
 * Builds ensembles of different structures around the one that the search found, and what they are
 * compared with; the test split is looked at once for each member, when it is trained.
 */
final class EnsembleStage implements Stage {
  private static final String PREFIX = "ensemble/";

  private final Experiment experiment;
  private final Inputs inputs;
  private final Upstream upstream;
  private final EpochLoop loop;
  private final Metrics metrics;
  private final EnsembleArtifacts artifacts;

  @Inject
  EnsembleStage(
      Experiment experiment,
      Inputs inputs,
      Upstream upstream,
      EpochLoop loop,
      Metrics metrics,
      EnsembleArtifacts artifacts) {
    this.experiment = experiment;
    this.inputs = inputs;
    this.upstream = upstream;
    this.loop = loop;
    this.metrics = metrics;
    this.artifacts = artifacts;
  }

  @Override
  public Map<String, Double> run() throws IOException {
    LabelledImages images = inputs.images(EnumSet.allOf(DatasetContext.class));
    CellSpace space = inputs.space(images.prepared());
    StudySubject subject = new StudySubject(space, images, inputs.conditions("ensemble"));
    try (EnsembleStudy study =
        new EnsembleStudy(
            subject, experiment.ensemble(), experiment.search(), found(space), artifacts)) {
      EpochLoop.Result result =
          loop.run(study.epochs(), "member/validation/accuracy", new EnsembleEpochs(study));
      EnsembleResults results = study.results();
      artifacts.log(results);
      Map<String, Double> headline = headline(results);
      metrics.record(study.epochs(), headline);
      headline.put("time/total_seconds", result.seconds());
      PeakMemory.megabytes().ifPresent(peak -> headline.put("memory/peak_mb", peak));
      return headline;
    }
  }

  /** What the upstream search found and cost. */
  private EnsembleStudy.Upstream found(CellSpace space) throws IOException {
    double[] gamma =
        StructureJson.readGamma(
            space.structure(), Files.readString(upstream.artifact("search", "structure.json")));
    NetworkWeights weights =
        NetworkWeights.read(upstream.artifact("search", "supernet/weights.npz"));
    Map<String, Double> searched = upstream.run("search").summary().metrics();
    return new EnsembleStudy.Upstream(
        new OptimalStructure(space, gamma, experiment.ensemble().derivation()),
        weights,
        searched.getOrDefault("time/total_seconds", 0.0));
  }

  /** Figures of every method with all its members. */
  private Map<String, Double> headline(EnsembleResults results) {
    Map<String, Double> headline = new LinkedHashMap<>();
    for (EnsembleResult result : results.all()) {
      String prefix = PREFIX + result.method() + "/";
      headline.put(prefix + "accuracy", result.score().accuracy());
      headline.put(prefix + "nll", result.score().negativeLogLikelihood());
      headline.put(prefix + "ece", result.score().calibrationError());
      headline.put(prefix + "disagreement", result.score().disagreement());
      headline.put(prefix + "seconds", result.cost().seconds());
      headline.put(prefix + "multiply_adds", result.cost().multiplyAdds());
      headline.put(prefix + "area", results.area(result.method(), Cost::multiplyAdds));
    }
    return headline;
  }
}
