package org.simplexity.cli.family;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.simplexity.data.PreparedImages;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.NetworkWeights;
import org.simplexity.method.family.PricedFamilySettings;
import org.simplexity.method.family.SearchedFamily;
import org.simplexity.method.family.SearchedFamilyJson;
import org.simplexity.method.family.StructureFamily;
import org.simplexity.space.CellSpace;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;

/**
 * A family of structures as the stage family stored it, with the images that it was searched on.
 *
 * @param run id of its run
 * @param experiment its experiment, effective for its cell
 * @param searched hypernetwork, costs and members
 * @param weights shared weights
 * @param images images
 */
record StoredStructures(
    String run,
    Experiment experiment,
    SearchedFamily searched,
    NetworkWeights weights,
    LabelledImages images) {
  private static final String STAGE = "family";
  private static final String ORIGIN = "provenance/run.json";

  /**
   * Fetches the family of a run.
   *
   * @param tracker tracking server
   * @param id id of a run of the stage family, or of an experiment with one such run
   * @param folder an empty folder to fetch into
   * @throws IllegalArgumentException if there is no one family; the message names the runs that
   *     have one
   * @throws IOException if something cannot be read
   */
  static StoredStructures of(Tracker tracker, String id, Path folder) throws IOException {
    String run = run(tracker, tracker.get(id));
    Path origin = fetched(tracker, run, ORIGIN, folder);
    JsonNode effective = new ObjectMapper().readTree(origin.toFile()).path("experiment");
    Experiment experiment =
        ExperimentFile.parse("run " + run, effective.toString(), List.of()).experiment();
    SearchedFamily searched =
        SearchedFamilyJson.read(
            Files.readString(fetched(tracker, run, SearchedFamily.ARTIFACT, folder)));
    NetworkWeights weights =
        NetworkWeights.read(fetched(tracker, run, SearchedFamily.WEIGHTS, folder));
    PreparedImages images =
        PreparedImages.read(fetched(tracker, searched.images(), "data/images.bin", folder));
    return new StoredStructures(
        run,
        experiment,
        searched,
        weights,
        new LabelledImages(images, experiment.data().augment()));
  }

  private static Path fetched(Tracker tracker, String run, String artifact, Path folder) {
    Path file = folder.resolve(artifact.replace('/', '-'));
    tracker.download(run, artifact, file);
    return file;
  }

  private static String run(Tracker tracker, RunSummary asked) {
    if (isFamily(tracker, asked.id())) {
      return asked.id();
    }
    String experiment = asked.tags().getOrDefault(RunTags.EXPERIMENT, "");
    String parent = asked.parent() == null ? asked.id() : asked.parent();
    List<RunSummary> families =
        tracker.find(experiment, Map.of(RunTags.STAGE, STAGE)).stream()
            .filter(other -> parent.equals(other.parent()))
            .filter(other -> isFamily(tracker, other.id()))
            .toList();
    if (families.size() == 1 && asked.parent() == null) {
      return families.get(0).id();
    }
    String named =
        families.stream()
            .map(other -> "%n  %s  %s".formatted(other.id(), other.name()))
            .sorted()
            .collect(Collectors.joining());
    throw new IllegalArgumentException(
        named.isEmpty()
            ? "run %s has no family of structures; expected a finished run of the stage %s"
                .formatted(asked.id(), STAGE)
            : "run %s is not one family of structures; expected one of the runs of the stage %s:%s"
                .formatted(asked.id(), STAGE, named));
  }

  private static boolean isFamily(Tracker tracker, String run) {
    return tracker.artifacts(run, "family").stream()
        .anyMatch(entry -> entry.path().equals(SearchedFamily.ARTIFACT));
  }

  PricedFamilySettings settings() {
    return experiment.family();
  }

  StructureFamily family() {
    return searched.family(settings().search());
  }

  CellSpace space() {
    return new CellSpace(experiment.space(), searched.input(), searched.classes().size());
  }
}
