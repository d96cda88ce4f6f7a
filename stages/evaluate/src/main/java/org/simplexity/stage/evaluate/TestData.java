package org.simplexity.stage.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.simplexity.data.Checksums;
import org.simplexity.data.DataException;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.ranking.Winner;

/**
 * Which test images trainings were measured on.
 *
 * <p>Seeds of one variant may have test splits of their own, where a set is split by chance; then
 * the digest is that of all of theirs together.
 */
final class TestData {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ARTIFACT = "data/provenance.json";
  private static final String DIGEST = "/splits/test/sha256";

  private TestData() {}

  /**
   * SHA-256 of the labels and pixels of the test split; of several splits that of their sorted
   * digests, a line each.
   *
   * @param trainings runs of training
   * @param prepared runs that prepared images, those of the trainings among them
   * @throws IOException if an artifact cannot be fetched
   * @throws DataException if it is not known which images a training was measured on
   */
  static String digest(List<UpstreamRun> trainings, List<UpstreamRun> prepared) throws IOException {
    TreeSet<String> digests = new TreeSet<>();
    for (UpstreamRun training : trainings) {
      digests.add(
          digest(
              Winner.builtOn(training, prepared)
                  .orElseThrow(() -> new DataException(unknown(training)))));
    }
    byte[] all = String.join("\n", digests).getBytes(StandardCharsets.UTF_8);
    return digests.size() == 1 ? digests.first() : Checksums.of("SHA-256", all);
  }

  private static String digest(UpstreamRun run) throws IOException {
    JsonNode digest = MAPPER.readTree(run.artifact(ARTIFACT).toFile()).at(DIGEST);
    if (!digest.isTextual()) {
      throw new DataException(
          "%s of run %s (%s) has no %s: prepare the images again, with --fresh"
              .formatted(ARTIFACT, run.summary().id(), run.summary().name(), DIGEST));
    }
    return digest.asText();
  }

  private static String unknown(UpstreamRun training) {
    return "no run of data-prep has the data parameters of run %s (%s); name it with --upstream data-prep=RUN_ID"
        .formatted(training.summary().id(), training.summary().name());
  }
}
