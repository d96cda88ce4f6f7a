package org.simplexity.space;

import java.util.List;
import org.simplexity.kernel.Network;

/**
 * A network with the parts that it was put together of.
 *
 * @param network the network
 * @param parts its parts from the images on; an auxiliary head is not among them
 */
public record Blueprint(Network network, List<Part> parts) {
  /** Copies the list. */
  public Blueprint {
    parts = List.copyOf(parts);
  }
}
