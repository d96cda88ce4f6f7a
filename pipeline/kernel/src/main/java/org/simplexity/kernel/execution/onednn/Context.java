package org.simplexity.kernel.execution.onednn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.jspecify.annotations.Nullable;

/**
 * What one worker has to itself: a stream, tiles, and scratch memory shared by all its primitives.
 *
 * <p>Scratch memory is asked for while kernels are made and bound once, when the largest need is
 * known.
 */
final class Context {
  private final stream queue;
  private final Tiles tiles;
  private final Scratch scratchpad = new Scratch();
  private final Scratch contribution = new Scratch();

  private int rowCount;
  private int rowLength;
  private float[][] rows = new float[0][0];

  Context(stream queue, Tiles tiles) {
    this.queue = queue;
    this.tiles = tiles;
  }

  stream queue() {
    return queue;
  }

  Tiles tiles() {
    return tiles;
  }

  /** Working memory of primitives. */
  Scratch scratchpad() {
    return scratchpad;
  }

  /** Where a primitive leaves a gradient that is to be added to another. */
  Scratch contribution() {
    return contribution;
  }

  /** Asks for heap arrays. */
  void reserveRows(int count, int length) {
    rowCount = Math.max(rowCount, count);
    rowLength = Math.max(rowLength, length);
  }

  /** As many and as long heap arrays as any user has asked for. */
  float[][] rows() {
    return rows;
  }

  void bind(Arena arena) {
    rows = new float[rowCount][rowLength];
    scratchpad.bind(arena);
    contribution.bind(arena);
  }

  /** A buffer as large as its largest user needs. */
  static final class Scratch {
    private final List<memory> users = new ArrayList<>();
    private int floats;
    private @Nullable Tensor tensor;

    memory reserve(memory user) {
      users.add(user);
      floats = (int) Math.max(floats, user.get_desc().get_size() / Float.BYTES + 1);
      return user;
    }

    Tensor tensor() {
      Tensor bound = tensor;
      if (bound == null) {
        throw new IllegalStateException("scratch memory is not bound yet");
      }
      return bound;
    }

    private void bind(Arena arena) {
      if (floats > 0) {
        Tensor made = arena.allocate(floats);
        users.forEach(user -> user.set_data_handle(made.address()));
        tensor = made;
      }
    }
  }
}
