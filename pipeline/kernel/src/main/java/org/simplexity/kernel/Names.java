package org.simplexity.kernel;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Proposes in messages what was meant. */
final class Names {
  private Names() {}

  static String nearest(String wanted, Collection<String> candidates) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance.apply(wanted, candidate)))
        .orElse("(none)");
  }
}
