package org.simplexity.cli;

import java.util.List;
import java.util.function.Supplier;
import org.simplexity.report.drawing.Svg;
import org.simplexity.space.NetworkSize;

/**
 * What {@code describe} tells of a network.
 *
 * @param heading the network in a few words, one a line
 * @param size numbers of weights and multiply-adds
 * @param drawing draws its cells
 */
record Description(List<String> heading, NetworkSize size, Supplier<Svg> drawing) {
  Description {
    heading = List.copyOf(heading);
  }
}
