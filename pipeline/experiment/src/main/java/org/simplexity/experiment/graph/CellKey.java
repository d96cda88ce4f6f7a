package org.simplexity.experiment.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import org.simplexity.experiment.Experiment;

/**
 * What makes two tasks the same: the SHA-256 of the stage's code, the sections that it reads, the
 * keys of its upstream tasks and, where it reads a folder or file of the user's, names, sizes and
 * times of what is there. Tasks of one key have one result.
 */
public final class CellKey {
  private CellKey() {}

  /**
   * The key of a task.
   *
   * @param described its stage
   * @param code digest of the stage's code, see {@link CodeDigest}
   * @param experiment the experiment, effective for the task's cell
   * @param upstream keys of its upstream tasks, in any order
   * @return 64 hexadecimal digits
   */
  public static String of(
      StageDescription described, String code, Experiment experiment, Collection<String> upstream) {
    StageDescription stage = described.in(experiment);
    ObjectNode inputs = JsonNodeFactory.instance.objectNode();
    inputs.put("stage", stage.name()).put("code", code);
    inputs.set("sections", Sections.of(experiment, stage));
    String from = experiment.data().from();
    if (from != null && stage.upstream().isEmpty() && stage.reads("data.from")) {
      inputs.put("files", FolderDigest.of(Path.of(from)));
    }
    stage.file(experiment).ifPresent(file -> inputs.put("files", FolderDigest.of(file)));
    upstream.stream().sorted().forEach(inputs.putArray("upstream")::add);
    return Sha256.hex(inputs.toString().getBytes(StandardCharsets.UTF_8));
  }
}
