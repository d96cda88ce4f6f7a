package org.simplexity.stage.discretise;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Progress;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.stage.Upstream;
import org.simplexity.experiment.task.Inputs;
import org.simplexity.method.Discretisation;
import org.simplexity.method.DiscretisationGap;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.NetworkWeights;
import org.simplexity.method.SearchSettings;
import org.simplexity.method.StructureJson;
import org.simplexity.report.drawing.GenotypeFiles;
import org.simplexity.space.CellSpace;
import org.simplexity.space.Genotype;
import org.simplexity.tracking.DatasetContext;
import org.simplexity.tracking.TrackedRun;

/** Derives the genotype of a searched structure and measures what that costs in accuracy. */
final class DiscretiseStage implements Stage {
  private static final int MEASUREMENTS = 4;
  private static final String UNIT = "measurement";

  private final Experiment experiment;
  private final Inputs inputs;
  private final Upstream upstream;
  private final TrackedRun run;
  private final Progress progress;

  @Inject
  DiscretiseStage(
      Experiment experiment, Inputs inputs, Upstream upstream, TrackedRun run, Progress progress) {
    this.experiment = experiment;
    this.inputs = inputs;
    this.upstream = upstream;
    this.run = run;
    this.progress = progress;
  }

  @Override
  public Map<String, Double> run() throws IOException {
    LabelledImages images = inputs.images(Set.of(DatasetContext.TRAIN, DatasetContext.VALIDATION));
    CellSpace space = inputs.space(images.prepared());
    double[] gamma =
        StructureJson.readGamma(
            space.structure(), Files.readString(upstream.artifact("search", "structure.json")));
    Genotype genotype = new Discretisation(space.structure(), experiment.discretise()).apply(gamma);
    GenotypeFiles.of(genotype)
        .forEach(
            (path, text) ->
                run.artifact(
                    path, text.getBytes(StandardCharsets.UTF_8), GenotypeFiles.contentType(path)));
    return measure(new DiscretisationGap(space, genotype, gamma), images);
  }

  private Map<String, Double> measure(DiscretisationGap gap, LabelledImages images)
      throws IOException {
    NetworkWeights weights =
        NetworkWeights.read(upstream.artifact("search", "supernet/weights.npz"));
    DiscretisationGap.Subject subject =
        new DiscretisationGap.Subject(images, weights, inputs.conditions("discretise"));
    Map<String, Double> values = new LinkedHashMap<>();
    SearchSettings search = experiment.search();
    progress.report(0, MEASUREMENTS, UNIT, "supernet");
    values.put("accuracy/supernet", gap.supernet(subject, search).accuracy());
    progress.report(1, MEASUREMENTS, UNIT, "discrete network");
    values.put("accuracy/discrete", gap.discrete(subject, search).accuracy());
    progress.report(2, MEASUREMENTS, UNIT, "re-estimated statistics");
    values.put("accuracy/recalibrated", gap.recalibrated(subject, search).accuracy());
    progress.report(3, MEASUREMENTS, UNIT, "fine-tuning");
    gap.fineTuned(subject, search, experiment.discretise())
        .ifPresent(score -> values.put("accuracy/fine_tuned", score.accuracy()));
    progress.report(MEASUREMENTS, MEASUREMENTS, UNIT, "");
    return values;
  }
}
