package org.simplexity.experiment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.simplexity.data.DataSettings;
import org.simplexity.method.DiscretisationSettings;
import org.simplexity.method.SearchSettings;
import org.simplexity.method.TrainingSettings;
import org.simplexity.space.CellSpaceSettings;

/**
 * One experiment, as its file says it.
 *
 * @param name name in the tracker and in file names
 * @param description what it asks, for people
 * @param seed seed from which every random choice follows
 * @param data images, their splits and changes
 * @param space cell space
 * @param search structure search
 * @param discretise way from relaxed to discrete structure
 * @param train training of the discrete network
 * @param runtime use of the machine
 * @param sweep values over which the experiment runs
 */
public record Experiment(
    @NotBlank @Size(max = 100) String name,
    String description,
    @PositiveOrZero long seed,
    DataSettings data,
    CellSpaceSettings space,
    SearchSettings search,
    DiscretisationSettings discretise,
    TrainingSettings train,
    RuntimeSettings runtime,
    Sweep sweep) {
  /** Every section with its own defaults; the name has none. */
  public static Experiment defaults() {
    return new Experiment(
        "",
        "",
        0,
        DataSettings.defaults(),
        CellSpaceSettings.defaults(),
        SearchSettings.defaults(),
        DiscretisationSettings.defaults(),
        TrainingSettings.defaults(),
        RuntimeSettings.defaults(),
        Sweep.defaults());
  }
}
