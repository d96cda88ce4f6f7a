package org.simplexity.method.family;

import java.util.List;
import org.simplexity.data.ChannelStatistics;
import org.simplexity.kernel.Shape;

/**
 * What a search of a family leaves besides the shared weights.
 *
 * @param images id of the run that prepared the images
 * @param input shape of an image
 * @param classes names of the classes, in the order of the logits
 * @param normalisation networks read (pixel / 255 − mean) / standard deviation of each channel
 * @param parameters parameters a of the hypernetwork
 * @param costs what operations cost when it was searched
 * @param members members over a grid of complexities
 * @param points members at the complexities that were asked for besides
 */
public record SearchedFamily(
    String images,
    Shape input,
    List<String> classes,
    ChannelStatistics normalisation,
    List<Double> parameters,
    CostTables costs,
    List<FamilyMember> members,
    List<FamilyMember> points) {
  /** Where a run keeps it. */
  public static final String ARTIFACT = "family/structures.json";

  /** Where a run keeps the shared weights. */
  public static final String WEIGHTS = "family/weights.npz";

  /** Copies the lists. */
  public SearchedFamily {
    classes = List.copyOf(classes);
    parameters = List.copyOf(parameters);
    members = List.copyOf(members);
    points = List.copyOf(points);
  }

  /**
   * The family.
   *
   * @param settings settings of its search
   * @throws IllegalArgumentException if the parameters are of other settings
   */
  public StructureFamily family(StructureFamilySettings settings) {
    return new StructureFamily(
        costs.layout(),
        settings.control(costs.layout().operations().size()),
        settings.map(costs.layout()),
        parameters.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
