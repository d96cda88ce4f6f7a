package org.simplexity.kernel.execution.onednn;

import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.execution.BatchMoments;
import org.simplexity.kernel.execution.Vectors;

/** A summand c x of a {@link LinearKernel}; a lazy x is given by what is normalised. */
final class Term {
  private final Vectors vectors;
  private final Tensor[] source;
  private final @Nullable BatchMoments moments;
  private final int gamma;

  private Term(Vectors vectors, Tensor[] source, @Nullable BatchMoments moments, int gamma) {
    this.vectors = vectors;
    this.source = source;
    this.moments = moments;
    this.gamma = gamma;
  }

  /** A summand whose factor is a coordinate of γ, or 1 if that is −1. */
  static Term of(Site site, Value x, int gamma) {
    return site.fusion().isLazy(x)
        ? new Term(site.vectors(), site.data(x.inputs().get(0)), site.moments(x), gamma)
        : new Term(site.vectors(), site.data(x), null, gamma);
  }

  /** x, or what it normalises. */
  Tensor source(int chunk) {
    return source[chunk];
  }

  /** Moments of a lazy x. */
  @Nullable BatchMoments moments() {
    return moments;
  }

  /** c for an example of the batch. */
  float factor(int example) {
    return gamma < 0 ? 1f : (float) vectors.structure().get(vectors.structureIndex(gamma, example));
  }
}
