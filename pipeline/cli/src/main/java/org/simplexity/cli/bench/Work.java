package org.simplexity.cli.bench;

import org.simplexity.kernel.Network;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Operation;

/**
 * What a training step has to compute and to move, counted from the network, not measured.
 *
 * @param multiplyAdds multiplications with weights: of one forward pass, and twice that of the
 *     backward pass
 * @param leastBytes every value written and read once, its gradient too: what a step moves if each
 *     is consumed straight from where it was made
 * @param separateBytes every operation reads its inputs and writes its output, and back again reads
 *     the gradient of its output and its inputs and writes the gradients of its inputs; a
 *     normalisation reads its input twice in each direction: what a step moves if every operation
 *     is a pass of its own over memory
 */
record Work(long multiplyAdds, long leastBytes, long separateBytes) {
  private static final int PASSES = 3;
  private static final int LEAST = 4;

  /** The work of one step in single precision. */
  static Work of(Network network, int batch) {
    long numbers = 0;
    long separate = 0;
    for (Value value : network.values()) {
      boolean computed = !(value.operation() instanceof Operation.Zero);
      numbers += computed ? value.shape().size() : 0;
      separate += computed ? separate(value) : 0;
    }
    long bytes = (long) batch * Float.BYTES;
    return new Work(
        PASSES * network.multiplyAdds() * batch, LEAST * numbers * bytes, separate * bytes);
  }

  /** Forward: inputs, output; backward: inputs, their gradients, gradient of the output. */
  private static long separate(Value value) {
    long inputs =
        value.inputs().stream()
            .filter(input -> !(input.operation() instanceof Operation.Zero))
            .mapToLong(input -> input.shape().size())
            .sum();
    boolean twice = value.operation() instanceof Operation.Normalise;
    return 2L * value.shape().size() + PASSES * inputs + (twice ? 2 * inputs : 0);
  }
}
