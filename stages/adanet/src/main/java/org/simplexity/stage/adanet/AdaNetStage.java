package org.simplexity.stage.adanet;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Metrics;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.stage.WorkFolder;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.Inputs;
import org.simplexity.experiment.task.PeakMemory;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.Score;
import org.simplexity.method.adanet.AdaNet;
import org.simplexity.method.adanet.AdaNetRow;
import org.simplexity.method.adanet.EnsembleMember;
import org.simplexity.space.GenotypeJson;
import org.simplexity.tracking.DatasetContext;
import org.simplexity.tracking.Table;
import org.simplexity.tracking.TrackedRun;

/** Boosts an ensemble of cell networks and looks at the test split once, at the end. */
final class AdaNetStage implements Stage {
  private static final List<String> COLUMNS =
      List.of(
          "iteration",
          "candidate",
          "depth",
          "objective",
          "complexity",
          "weight",
          "validation_accuracy",
          "chosen");
  private static final List<String> MEMBERS =
      List.of("member", "depth", "weight", "parameters", "multiply_adds");

  private final Experiment experiment;
  private final Inputs inputs;
  private final EpochLoop loop;
  private final Metrics metrics;
  private final TrackedRun run;
  private final WorkFolder folder;

  @Inject
  AdaNetStage(
      Experiment experiment,
      Inputs inputs,
      EpochLoop loop,
      Metrics metrics,
      TrackedRun run,
      WorkFolder folder) {
    this.experiment = experiment;
    this.inputs = inputs;
    this.loop = loop;
    this.metrics = metrics;
    this.run = run;
    this.folder = folder;
  }

  @Override
  public Map<String, Double> run() throws IOException {
    LabelledImages images = inputs.images(EnumSet.allOf(DatasetContext.class));
    try (AdaNet ensemble =
        new AdaNet(
            inputs.space(images.prepared()),
            images,
            experiment.adanet(),
            inputs.conditions("adanet"))) {
      EpochLoop.Result result =
          loop.run(ensemble.epochs(), "validation/accuracy", new AdaNetEpochs(ensemble));
      Score test = ensemble.test();
      Map<String, Double> tested =
          Map.of("test/loss", test.loss(), "test/accuracy", test.accuracy());
      metrics.record(ensemble.rows().size() / 2L * experiment.adanet().epochs(), tested);
      log(ensemble);
      return headline(ensemble.members(), test, result);
    }
  }

  private void log(AdaNet ensemble) throws IOException {
    run.table(
        "tables/adanet.json",
        new Table(COLUMNS, ensemble.rows().stream().map(AdaNetStage::cells).toList()));
    List<EnsembleMember> members = ensemble.members();
    List<List<Object>> told =
        members.stream()
            .map(
                member ->
                    List.<Object>of(
                        members.indexOf(member),
                        member.depth(),
                        member.weight(),
                        member.parameters(),
                        member.multiplyAdds()))
            .toList();
    run.table("tables/members.json", new Table(MEMBERS, List.copyOf(told)));
    for (int j = 0; j < members.size(); j++) {
      byte[] json = GenotypeJson.write(members.get(j).genotype()).getBytes(StandardCharsets.UTF_8);
      run.artifact("adanet/member.%d.genotype.json".formatted(j), json, "application/json");
    }
    Path file = folder.own("").resolve("weights.npz");
    ensemble.write(file);
    run.artifact("adanet/weights.npz", file);
  }

  private static List<Object> cells(AdaNetRow row) {
    return List.of(
        row.iteration(),
        row.deeper() ? "deeper" : "same",
        row.depth(),
        row.objective(),
        row.complexity(),
        row.weight(),
        row.validationAccuracy(),
        row.chosen());
  }

  private static Map<String, Double> headline(
      List<EnsembleMember> members, Score test, EpochLoop.Result result) {
    Map<String, Double> headline = new LinkedHashMap<>();
    headline.put("test/accuracy", test.accuracy());
    headline.put("test/loss", test.loss());
    headline.putAll(result.pick(List.of("validation/accuracy", "adanet/objective")));
    headline.put("adanet/members", (double) members.size());
    headline.put(
        "model/parameters",
        (double) members.stream().mapToLong(member -> member.parameters() + 1).sum());
    headline.put(
        "model/multiply_adds",
        (double) members.stream().mapToLong(EnsembleMember::multiplyAdds).sum());
    headline.put("time/total_seconds", result.seconds());
    PeakMemory.megabytes().ifPresent(peak -> headline.put("memory/peak_mb", peak));
    return headline;
  }
}
