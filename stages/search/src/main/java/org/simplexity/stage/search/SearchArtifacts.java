package org.simplexity.stage.search;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.simplexity.experiment.stage.WorkFolder;
import org.simplexity.method.Discretisation;
import org.simplexity.method.Search;
import org.simplexity.method.StructureJson;
import org.simplexity.report.drawing.GenotypeFiles;
import org.simplexity.tracking.TrackedRun;

/** Logs what a search leaves: structure, supernet weights, genotype and its drawings. */
final class SearchArtifacts {
  private final TrackedRun run;
  private final WorkFolder folder;

  @Inject
  SearchArtifacts(TrackedRun run, WorkFolder folder) {
    this.run = run;
    this.folder = folder;
  }

  void log(Search<?> search, Discretisation discretisation) throws IOException {
    String json = StructureJson.write(search.layout(), search.parameters(), search.gamma());
    run.artifact("structure.json", json.getBytes(StandardCharsets.UTF_8), "application/json");
    Path weights = folder.own("weights.npz");
    search.weights().write(weights);
    run.artifact("supernet/weights.npz", weights);
    GenotypeFiles.of(discretisation.apply(search.gamma()))
        .forEach(
            (path, text) ->
                run.artifact(
                    path, text.getBytes(StandardCharsets.UTF_8), GenotypeFiles.contentType(path)));
  }
}
