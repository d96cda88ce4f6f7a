package org.simplexity.space;

import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Value;

/** A base function that an edge of a cell may carry. */
public interface Operation {
  /** The name in experiment files and genotypes, such as {@code sep_conv_3x3}. */
  String name();

  /**
   * Appends the operation to a network.
   *
   * @param builder network under construction, already in the scope that names its weights
   * @param input value of shape {@code site.channels() × height × width}
   * @param site channels, stride and form
   * @return value of shape {@code site.channels() × ⌈height/stride⌉ × ⌈width/stride⌉}
   */
  Value build(NetworkBuilder builder, Value input, Site site);
}
