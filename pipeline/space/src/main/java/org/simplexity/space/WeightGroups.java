package org.simplexity.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.kernel.Layout;
import org.simplexity.kernel.Slice;

/**
 * The weights of a network of cells by what they belong to: {@code OWNER/KIND}.
 *
 * <p>The owner is an operation ({@code sep_conv_3x3}), {@code preprocess} for what brings a cell's
 * inputs into shape, or the part outside the cells ({@code stem}, {@code classifier}, {@code
 * auxiliary}); the kind is the layer: {@code convolution}, {@code depthwise}, {@code
 * batch_normalisation}, {@code dense}. All cells and edges share their groups.
 */
public final class WeightGroups {
  /** What brings the inputs of cells into shape: every path into an operation leads through it. */
  public static final String BEFORE_OPERATIONS = "preprocess/convolution";

  private static final String EDGE = "edge";
  private static final String PREPROCESSING = "preprocess";

  private WeightGroups() {}

  /**
   * All slices of a layout by group, both in the order of their offsets.
   *
   * @param layout layout of the weights of a supernet or of a discrete network
   */
  public static Map<String, List<Slice>> of(Layout layout) {
    Map<String, List<Slice>> groups = new LinkedHashMap<>();
    for (Slice slice : layout.slices()) {
      groups.computeIfAbsent(group(slice.name()), name -> new ArrayList<>()).add(slice);
    }
    return groups;
  }

  private static String group(String slice) {
    List<String> scopes = List.of(slice.split("\\."));
    String layer = scopes.get(scopes.size() - 2);
    return owner(scopes) + "/" + layer.replaceFirst("_[0-9]+$", "");
  }

  private static String owner(List<String> scopes) {
    int edge = scopes.indexOf(EDGE);
    if (edge >= 0) {
      return scopes.get(edge + 2);
    }
    return scopes.stream().anyMatch(scope -> scope.startsWith(PREPROCESSING))
        ? PREPROCESSING
        : scopes.get(0);
  }
}
