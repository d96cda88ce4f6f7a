package org.simplexity.kernel.execution.onednn;

import java.util.Arrays;
import org.simplexity.kernel.execution.Kernel;

/** A value in memory of the worker: computed again where a backward pass needs it. */
final class Restorable {
  private final Site site;
  private final Kernel kernel;
  private final long[] current;

  Restorable(Site site, Kernel kernel, int workers) {
    this.site = site;
    this.kernel = kernel;
    this.current = new long[workers];
    Arrays.fill(current, -1);
  }

  /** Computes the value of a chunk, unless the worker has done so in this sweep. */
  void restore(int chunk) {
    int worker = site.worker(chunk);
    long wanted = ((long) site.pass().sweep() << Integer.SIZE) + chunk;
    if (current[worker] != wanted) {
      site.restoreInput(chunk);
      kernel.forward(chunk);
      current[worker] = wanted;
    }
  }
}
