package org.simplexity.method.adanet;

import org.simplexity.space.Genotype;

/**
 * One member of an ensemble.
 *
 * @param depth number of cells
 * @param genotype structure of its cells
 * @param weight mixture weight
 * @param parameters number of weights of the network
 * @param multiplyAdds multiply-adds for one image
 */
public record EnsembleMember(
    int depth, Genotype genotype, double weight, long parameters, long multiplyAdds) {
  static EnsembleMember of(Member member, double weight) {
    return new EnsembleMember(
        member.origin().depth(),
        member.origin().genotype(),
        weight,
        member.network().parameterCount(),
        member.network().multiplyAdds());
  }
}
