package org.simplexity.method.ensemble;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.simplexity.method.family.Derivation;

/**
 * Ensembles of different structures, and what they are compared with (diverse ensembles, algorithm
 * EdgeNES and "computational experiment").
 *
 * @param methods what is compared
 * @param size n, members of every ensemble
 * @param pool N, different structures drawn from the hypernetwork, of which {@code edgenes} chooses
 * @param randomPool random structures that are trained, of which {@code nes-random} chooses
 * @param derivation how discrete structures follow from relaxed ones, for all methods
 * @param diversity training of the hypernetwork
 * @param members training of the members
 */
public record EnsembleSettings(
    @NotEmpty List<EnsembleMethod> methods,
    @Min(1) int size,
    @Min(1) int pool,
    @Min(1) int randomPool,
    Derivation derivation,
    @Valid DiversitySettings diversity,
    @Valid MemberSettings members) {
  /** Copies the methods and checks that ensembles fit their pools. */
  public EnsembleSettings {
    methods = List.copyOf(methods);
    if (methods.stream().distinct().count() != methods.size()) {
      throw new IllegalArgumentException("methods " + methods + " names one method twice");
    }
    checkPool(methods.contains(EnsembleMethod.EDGENES), size, "pool", pool);
    checkPool(methods.contains(EnsembleMethod.NES_RANDOM), size, "random_pool", randomPool);
  }

  private static void checkPool(boolean used, int size, String name, int pool) {
    if (used && size > pool) {
      throw new IllegalArgumentException(
          "size %d exceeds %s %d: an ensemble is chosen from that many structures; the largest size"
                  .formatted(size, name, pool)
              + " is "
              + pool);
    }
  }

  /**
   * Three members as in the document, all methods; pools of 50 and of 10 structures are ours, and
   * so are DARTS's two inputs a node.
   */
  public static EnsembleSettings defaults() {
    return new EnsembleSettings(
        List.of(EnsembleMethod.values()),
        3,
        50,
        10,
        Derivation.STRONGEST_INPUTS,
        DiversitySettings.defaults(),
        MemberSettings.defaults());
  }

  /** Whether a method is compared. */
  boolean has(EnsembleMethod method) {
    return methods.contains(method);
  }

  /** Searched structures that are trained. */
  int searched() {
    return has(EnsembleMethod.DARTS_ENSEMBLE) ? size : has(EnsembleMethod.DARTS) ? 1 : 0;
  }

  /** Random structures that are trained. */
  int random() {
    int single = has(EnsembleMethod.RANDOM) ? 1 : 0;
    int several = has(EnsembleMethod.RANDOM_ENSEMBLE) ? size : single;
    return Math.max(several, has(EnsembleMethod.NES_RANDOM) ? randomPool : 0);
  }
}
