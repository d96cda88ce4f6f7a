package org.simplexity.method.ensemble;

import java.util.Map;
import org.simplexity.method.MethodState;

/** A part of a study that goes on epoch by epoch and can be stopped between two. */
interface Phase extends AutoCloseable {
  /** Runs an epoch, counted from 1, and gives its metrics. */
  Map<String, Double> epoch(int epoch);

  /** Writes what was found to the ledger, after the last epoch. */
  void finish();

  /** Multiply-adds of the forward passes of the whole phase. */
  double multiplyAdds();

  MethodState state();

  void restore(MethodState state);

  @Override
  void close();
}
