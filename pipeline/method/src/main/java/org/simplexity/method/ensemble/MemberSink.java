package org.simplexity.method.ensemble;

import java.io.IOException;
import org.simplexity.method.NetworkWeights;
import org.simplexity.space.Genotype;

/** Receives every member once it is trained. */
public interface MemberSink {
  /**
   * Takes a member.
   *
   * @param name such as {@code edgenes-1}
   * @param genotype its structure
   * @param weights its weights and statistics
   * @throws IOException if they cannot be kept
   */
  void accept(String name, Genotype genotype, NetworkWeights weights) throws IOException;
}
