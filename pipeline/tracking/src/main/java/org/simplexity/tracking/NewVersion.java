package org.simplexity.tracking;

import java.util.Map;

/**
 * A version of a model to be registered.
 *
 * @param model name of the registered model, made if there is none, see {@link Models#nameFor}
 * @param runId id of the run that the version stands for, such as the run of a whole experiment
 * @param path path of an artifact of that run, such as {@code model/network.onnx}, that the version
 *     is; empty for all its artifacts. The server takes no artifacts of other runs
 * @param tags tags that it carries from its first moment
 */
public record NewVersion(String model, String runId, String path, Map<String, String> tags) {
  /** Checks the names and copies the tags. */
  public NewVersion {
    ModelNames.requireModel(model);
    if (!path.isEmpty()) {
      Names.requirePath(path);
    }
    tags = Map.copyOf(tags);
    tags.keySet().forEach(key -> Names.require("tag", key));
  }
}
