package org.simplexity.kernel;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps what the logits are computed of. */
final class Pruning {
  private Pruning() {}

  /** All values that {@code logits} depends on, itself and the images, in order of construction. */
  static List<Value> reachable(Value logits, Value images) {
    Set<Value> reached = new HashSet<>(Set.of(images));
    collect(logits, reached);
    return reached.stream().sorted(Comparator.comparingInt(Value::index)).toList();
  }

  private static void collect(Value value, Set<Value> reached) {
    if (reached.add(value)) {
      value.inputs().forEach(input -> collect(input, reached));
    }
  }
}
