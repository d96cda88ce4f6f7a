package org.simplexity.method.ensemble;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.simplexity.method.family.Derivation;
import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;

/**
 * Structures of which every one that the derivation can give is as probable: it is applied to
 * independent uniform numbers.
 *
 * @param layout order of the structure vector
 * @param derivation how discrete structures follow from numbers
 */
public record RandomStructures(StructureLayout layout, Derivation derivation) {
  /**
   * Different structures.
   *
   * @param count how many
   * @param random where they come from
   * @return {@code count} of them, or fewer if {@value DiverseFamily#PATIENCE} draws for each found
   *     no more
   */
  public List<Genotype> draw(int count, RandomGenerator random) {
    Set<Genotype> structures = new LinkedHashSet<>();
    for (int i = 0; i < DiverseFamily.PATIENCE * count && structures.size() < count; i++) {
      double[] numbers = random.doubles(layout.length()).toArray();
      structures.add(derivation.apply(layout, numbers));
    }
    return new ArrayList<>(structures);
  }
}
