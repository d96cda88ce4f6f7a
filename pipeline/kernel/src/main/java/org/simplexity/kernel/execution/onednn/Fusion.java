package org.simplexity.kernel.execution.onednn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Operation;

/**
 * Which values of a network are never written to memory, and which gradients are another's.
 *
 * <p>A training step of a supernet is bound by memory, so what a few operations on numbers already
 * in the cache can give again is not stored:
 *
 * <ul>
 *   <li>a normalised value is computed wherever it is read, if only rectifiers, mixtures and sums
 *       read it (<i>lazy</i>);
 *   <li>a mixture that only a sum reads is part of the sum (<i>inlined</i>);
 *   <li>a rectified or subsampled value that only convolutions read is computed once forwards and
 *       once backwards into memory of the worker (<i>transient</i>; see {@link Storage}).
 * </ul>
 *
 * <p>The gradient of what a sum reads is the sum's, that of a lazy value under a mixture the
 * mixture's times γ, that of a lazy value under a rectifier the rectifier's where the value is
 * positive: none of them is copied.
 */
final class Fusion {
  private final Map<Value, List<Value>> readers = new HashMap<>();
  private final boolean structurePerExample;

  /**
   * Decides for a network.
   *
   * @param structurePerExample whether each example has a γ of its own; then no mixture lends its
   *     gradient, since the factor γ differs within the batch
   */
  Fusion(Network network, boolean structurePerExample) {
    this.structurePerExample = structurePerExample;
    for (Value value : network.values()) {
      readers.put(value, new ArrayList<>());
      value.inputs().forEach(input -> readers(input).add(value));
    }
  }

  /** Every value computed of this one, as often as it reads it. */
  List<Value> readers(Value value) {
    return Objects.requireNonNull(readers.get(value));
  }

  /** A normalised value that is computed wherever it is read. */
  boolean isLazy(Value value) {
    return value.operation() instanceof Operation.Normalise
        && !readers(value).isEmpty()
        && readers(value).stream().allMatch(reader -> readsTiles(reader.operation()));
  }

  private static boolean readsTiles(Operation operation) {
    return operation instanceof Operation.Rectify
        || operation instanceof Operation.Mix
        || operation instanceof Operation.Sum;
  }

  /** A mixture that is computed as a part of the only sum that reads it. */
  boolean isInlined(Value value) {
    Value reader = onlyReader(value);
    return value.operation() instanceof Operation.Mix
        && reader != null
        && reader.operation() instanceof Operation.Sum;
  }

  /** A zero that nobody needs to read. */
  boolean isAbsent(Value value) {
    return value.operation() instanceof Operation.Zero
        && !readers(value).isEmpty()
        && readers(value).stream()
            .allMatch(
                reader ->
                    reader.operation() instanceof Operation.Mix
                        || reader.operation() instanceof Operation.Sum);
  }

  /** A value that only convolutions read, and that is cheaper to compute again than to keep. */
  boolean isRecomputable(Value value) {
    return (value.operation() instanceof Operation.Rectify
            || value.operation() instanceof Operation.Subsample)
        && !readers(value).isEmpty()
        && readers(value).stream().allMatch(reader -> restoresInput(reader.operation()));
  }

  private static boolean restoresInput(Operation operation) {
    return operation instanceof Operation.Convolve
        || operation instanceof Operation.DepthwiseConvolve
        || operation instanceof Operation.Subsample;
  }

  /** The value whose gradient memory this value reads its gradient from. */
  Value gradientOwner(Value value) {
    Value reader = onlyReader(value);
    return reader != null && passesGradient(value, reader) ? gradientOwner(reader) : value;
  }

  private boolean passesGradient(Value value, Value reader) {
    return reader.operation() instanceof Operation.Sum || (isLazy(value) && lends(reader));
  }

  /** The only reader of a lazy value, if that is of the given kind and so lends it its gradient. */
  @Nullable Value lender(Value value, Class<? extends Operation> kind) {
    Value reader = onlyReader(value);
    return isLazy(value) && reader != null && kind.isInstance(reader.operation()) && lends(reader)
        ? reader
        : null;
  }

  /** Whether a lazy value that only this one reads takes its gradient from it. */
  private boolean lends(Value reader) {
    return reader.operation() instanceof Operation.Rectify
        || (reader.operation() instanceof Operation.Mix && !structurePerExample);
  }

  private @Nullable Value onlyReader(Value value) {
    List<Value> all = readers(value);
    return all.size() == 1 ? all.get(0) : null;
  }
}
