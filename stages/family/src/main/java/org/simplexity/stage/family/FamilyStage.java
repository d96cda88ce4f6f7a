package org.simplexity.stage.family;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Progress;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.stage.Upstream;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.Inputs;
import org.simplexity.experiment.task.PeakMemory;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.family.CostMeasurement;
import org.simplexity.method.family.CostTables;
import org.simplexity.method.family.FamilyMember;
import org.simplexity.method.family.FamilySurvey;
import org.simplexity.method.family.InheritedScores;
import org.simplexity.method.family.PricedFamilySettings;
import org.simplexity.method.family.SearchedFamily;
import org.simplexity.method.family.StructureFamilySearch;
import org.simplexity.space.CellSpace;
import org.simplexity.tracking.DatasetContext;

/**
 * Measures what operations cost, searches a family of structures under prices, and tells what it
 * gives over a grid of complexities.
 */
final class FamilyStage implements Stage {
  private final Experiment experiment;
  private final Inputs inputs;
  private final Upstream upstream;
  private final EpochLoop loop;
  private final Progress progress;
  private final FamilyArtifacts artifacts;

  @Inject
  FamilyStage(
      Experiment experiment,
      Inputs inputs,
      Upstream upstream,
      EpochLoop loop,
      Progress progress,
      FamilyArtifacts artifacts) {
    this.experiment = experiment;
    this.inputs = inputs;
    this.upstream = upstream;
    this.loop = loop;
    this.progress = progress;
    this.artifacts = artifacts;
  }

  @Override
  public Map<String, Double> run() throws IOException {
    PricedFamilySettings settings = experiment.family();
    LabelledImages images = inputs.images(Set.of(DatasetContext.TRAIN, DatasetContext.VALIDATION));
    CellSpace space = inputs.space(images.prepared());
    progress.report(0, settings.search().epochs(), "epoch", "measuring operations");
    CostTables measured = CostTables.of(CostMeasurement.defaults(space));
    try (StructureFamilySearch search =
        new StructureFamilySearch(
            space,
            images,
            settings.search(),
            settings.price().of(measured.costs()),
            inputs.conditions("family"))) {
      FamilyEpochs epochs = new FamilyEpochs(search, measured);
      EpochLoop.Result result = loop.run(settings.search().epochs(), "train/accuracy", epochs);
      long start = System.nanoTime();
      SearchedFamily family = surveyed(space, images, search, epochs.costs());
      double survey = (System.nanoTime() - start) / 1e9;
      artifacts.log(family, search.weights(), settings.divisions());
      Map<String, Double> headline = new LinkedHashMap<>(headline(family, search, result));
      headline.put("time/survey_seconds", survey);
      return headline;
    }
  }

  private SearchedFamily surveyed(
      CellSpace space, LabelledImages images, StructureFamilySearch search, CostTables costs)
      throws IOException {
    PricedFamilySettings settings = experiment.family();
    InheritedScores scores =
        new InheritedScores(
            space,
            InheritedScores.limited(images, settings.scored()),
            search.weights(),
            settings.search().batch(),
            inputs.conditions("members"));
    FamilySurvey survey = new FamilySurvey(search.family(), settings.derivation(), costs);
    List<List<Double>> grid = search.family().control().grid(settings.divisions());
    List<List<Double>> all = new ArrayList<>(grid);
    if (settings.search().fixed().isEmpty()) {
      all.addAll(settings.points());
    }
    CountedScores counted = new CountedScores(scores, progress, survey.distinct(all));
    List<FamilyMember> members = survey.at(all, counted);
    return new SearchedFamily(
        upstream.run("data-prep").summary().id(),
        search.supernet().input(),
        images.prepared().classes(),
        images.prepared().statistics(),
        Arrays.stream(search.family().parameters()).boxed().toList(),
        costs,
        members.subList(0, grid.size()),
        members.subList(grid.size(), all.size()));
  }

  private static Map<String, Double> headline(
      SearchedFamily family, StructureFamilySearch search, EpochLoop.Result result) {
    Map<String, Double> headline =
        result.pick(List.of("validation/accuracy", "validation/loss", "train/accuracy"));
    List<FamilyMember> members = family.members();
    headline.put("family/members", (double) members.size());
    headline.put(
        "family/structures",
        (double) members.stream().map(FamilyMember::genotype).distinct().count());
    headline.put(
        "family/best_accuracy",
        members.stream().mapToDouble(m -> m.score().accuracy()).max().orElse(Double.NaN));
    headline.put(
        "family/mean_accuracy",
        members.stream().mapToDouble(m -> m.score().accuracy()).average().orElse(Double.NaN));
    headline.put("model/parameters", (double) search.supernet().parameters().length());
    headline.put("model/multiply_adds", (double) search.supernet().multiplyAdds());
    headline.put("time/total_seconds", result.seconds());
    PeakMemory.megabytes().ifPresent(peak -> headline.put("memory/peak_mb", peak));
    return headline;
  }
}
