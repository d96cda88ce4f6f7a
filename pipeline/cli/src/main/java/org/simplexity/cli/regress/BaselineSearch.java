package org.simplexity.cli.regress;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.simplexity.experiment.file.Nearest;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.tracking.ModelVersion;
import org.simplexity.tracking.Models;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;

/**
 * Finds the run that a baseline's name means: an alias of the registered model named as the
 * experiment, else the id of a run of the experiment, or its beginning.
 *
 * @param tracker tracker
 * @param experiment name of the experiment
 */
record BaselineSearch(Tracker tracker, String experiment) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8,32}");
  private static final int SHOWN = 5;
  private static final int SHORT = 8;

  /** The run of the whole experiment that was meant; empty if there is none. */
  Optional<RunSummary> find(String asked) {
    Optional<ModelVersion> version = tracker.models().find(model(), asked);
    if (version.isPresent()) {
      return Optional.of(tracker.get(version.get().runId()));
    }
    return isId(asked)
        ? runs().stream().filter(run -> run.id().startsWith(asked)).findFirst()
        : Optional.empty();
  }

  /** Whether a name can only be that of a run. */
  static boolean isId(String asked) {
    return ID.matcher(asked).matches();
  }

  String model() {
    return Models.nameFor(experiment);
  }

  private List<RunSummary> runs() {
    return tracker.find(experiment, Map.of(RunTags.STAGE, "experiment"));
  }

  /** What there is instead of a baseline that there is not. */
  String missing(String asked) {
    Set<String> aliases = tracker.models().aliases(model()).keySet();
    List<String> runs = new ArrayList<>();
    runs().stream().limit(SHOWN).forEach(run -> runs.add(run.id().substring(0, SHORT)));
    return "experiment \""
        + experiment
        + "\" has no alias and no run \""
        + asked
        + "\""
        + Nearest.question(asked, new LinkedHashSet<>(aliases))
        + "; aliases: "
        + (aliases.isEmpty() ? "none" : String.join(", ", aliases))
        + "; newest runs: "
        + (runs.isEmpty() ? "none" : String.join(", ", runs));
  }
}
