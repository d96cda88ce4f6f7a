package org.simplexity.exchange.layers;

import java.util.Locale;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Operation;

/** Names of layers: of the slices they read where there are any, numbered otherwise. */
final class LayerNames {
  private LayerNames() {}

  static String of(Network network, Value value) {
    Operation operation = value.operation();
    if (value.equals(network.logits()) && operation instanceof Operation.Dense) {
      return LayerSink.LOGITS;
    }
    if (operation instanceof Operation.Normalise normalise) {
      return layer(normalise.mean());
    }
    return operation.weights().isEmpty()
        ? kind(operation) + "_" + value.index()
        : layer(operation.weights().get(0));
  }

  private static String layer(Slice slice) {
    return slice.name().substring(0, slice.name().lastIndexOf('.'));
  }

  /** {@code MaxPool} to {@code max_pool}. */
  static String kind(Operation operation) {
    String name = operation.getClass().getSimpleName();
    return name.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
