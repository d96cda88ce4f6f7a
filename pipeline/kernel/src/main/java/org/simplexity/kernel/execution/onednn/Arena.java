package org.simplexity.kernel.execution.onednn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** Native memory of one plan, zero at first, freed at once. */
final class Arena {
  private static final int LINE = 64;

  private final List<FloatPointer> blocks = new ArrayList<>();

  Tensor allocate(int floats) {
    int slack = LINE / Float.BYTES;
    FloatPointer block = new FloatPointer((long) floats + slack);
    blocks.add(block);
    Pointer.memset(block, 0, (floats + (long) slack) * Float.BYTES);
    long misaligned = block.address() % LINE;
    long skip = misaligned == 0 ? 0 : (LINE - misaligned) / Float.BYTES;
    FloatPointer aligned = block.getPointer(skip);
    aligned.capacity(floats);
    return new Tensor(aligned, aligned.asBuffer());
  }

  void free() {
    blocks.forEach(Pointer::close);
    blocks.clear();
  }
}
