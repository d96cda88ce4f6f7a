package org.simplexity.kernel.execution;

/**
 * One operation of a compiled network on preallocated buffers.
 *
 * <p>{@link #forward} and {@link #backward} run once a chunk, on any worker; the other methods run
 * once a step, when no chunk is being worked on, with sums over chunks in the order of the chunks,
 * so that results do not depend on the number of threads.
 */
public interface Kernel {

  /** Takes over the current weights; before the forward pass. */
  default void prepare() {}

  /** Computes the operation's value for one chunk. */
  void forward(int chunk);

  /** After the forward pass of all chunks in this kernel's phase. */
  default void combineForward() {}

  /** Computes contributions to the gradients of inputs, and partial sums, for one chunk. */
  void backward(int chunk);

  /** After the backward pass of all chunks in this kernel's phase; writes to own slices only. */
  default void combineBackward() {}

  /** After the whole backward pass, one kernel at a time: adds to slices that kernels share. */
  default void finish() {}
}
