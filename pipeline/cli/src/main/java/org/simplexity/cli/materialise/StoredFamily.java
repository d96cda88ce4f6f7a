package org.simplexity.cli.materialise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.exchange.ModelCard;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.method.weights.FamilyCard;
import org.simplexity.method.weights.WeightFamily;
import org.simplexity.tracking.ArtifactEntry;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;

/**
 * A family of weights as the stage hypernet stored it.
 *
 * @param card what the weights are
 * @param family the weights
 */
record StoredFamily(FamilyCard card, WeightFamily family) {
  private static final String STAGE = "hypernet";

  /**
   * Reads the two files of a family.
   *
   * @param folder folder that holds them
   * @throws IllegalArgumentException if one is missing, is something else, or the two do not belong
   *     together
   * @throws IOException if they cannot be read
   */
  static StoredFamily in(Path folder) throws IOException {
    Path description = file(folder, FamilyCard.ARTIFACT);
    Path weights = file(folder, WeightFamily.ARTIFACT);
    FamilyCard card = card(description);
    return new StoredFamily(
        card, WeightFamily.read(weights, card.build(), card.model(), card.knots()));
  }

  private static Path file(Path folder, String artifact) {
    Path file = folder.resolve(Path.of(artifact).getFileName());
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "%s: there is no file %s; expected the folder family/ of a run of the stage %s"
              .formatted(folder, file.getFileName(), STAGE));
    }
    return file;
  }

  private static FamilyCard card(Path file) throws IOException {
    try {
      return FamilyCard.read(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s does not describe a family: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Fetches the family of a run.
   *
   * @param tracker tracking server
   * @param run id of a run of the stage hypernet
   * @param folder an empty folder to fetch into
   * @throws IllegalArgumentException if the run has no family; the message names runs that have
   * @throws IOException if it cannot be read
   */
  static StoredFamily of(Tracker tracker, String run, Path folder) throws IOException {
    List<String> there =
        tracker.artifacts(run, "family").stream().map(ArtifactEntry::path).toList();
    if (!there.contains(FamilyCard.ARTIFACT)) {
      throw new IllegalArgumentException(
          "run %s has no artifact %s; %s"
              .formatted(run, FamilyCard.ARTIFACT, others(tracker, tracker.get(run))));
    }
    for (String artifact : List.of(FamilyCard.ARTIFACT, WeightFamily.ARTIFACT)) {
      tracker.download(run, artifact, folder.resolve(Path.of(artifact).getFileName()));
    }
    return in(folder);
  }

  private static String others(Tracker tracker, RunSummary run) {
    String experiment = run.tags().getOrDefault(RunTags.EXPERIMENT, "");
    String parent = run.parent() == null ? run.id() : run.parent();
    String named =
        tracker.find(experiment, Map.of(RunTags.STAGE, STAGE)).stream()
            .filter(other -> parent.equals(other.parent()))
            .map(other -> "%n  %s  %s".formatted(other.id(), other.name()))
            .sorted()
            .collect(Collectors.joining());
    return named.isEmpty()
        ? "expected a run of the stage " + STAGE
        : "expected one of the runs of the stage " + STAGE + ":" + named;
  }

  /**
   * The plain network at λ: of distributed weights the means.
   *
   * @param lambda λ
   */
  FinishedNetwork at(double lambda) {
    return new FinishedNetwork(family.network(), family.at(lambda).means(), new float[0]);
  }

  /** What users of the plain network have to know. */
  ModelCard modelCard() {
    return new ModelCard(card.experiment(), card.classes(), card.normalisation());
  }
}
