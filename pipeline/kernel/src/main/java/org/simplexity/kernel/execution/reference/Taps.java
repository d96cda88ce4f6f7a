package org.simplexity.kernel.execution.reference;

import org.simplexity.kernel.Shape;
import org.simplexity.kernel.graph.Window;

/** Walks over pairs of output pixels and the input pixels that their windows touch. */
record Taps(Window window, Shape in, Shape out) {

  /** What happens at an output pixel, an input pixel (both within a channel) and a tap. */
  interface Visitor {
    void visit(int output, int input, int tap);
  }

  /** Visits all taps of all windows that lie inside the input. */
  void forEach(Visitor visitor) {
    for (int output = 0; output < out.area(); output++) {
      forEach(output, visitor);
    }
  }

  /** Visits the taps of one window that lie inside the input. */
  void forEach(int output, Visitor visitor) {
    int top = output / out.width() * window.stride() - window.padding();
    int left = output % out.width() * window.stride() - window.padding();
    for (int tap = 0; tap < window.kernel() * window.kernel(); tap++) {
      int row = top + tap / window.kernel() * window.dilation();
      int column = left + tap % window.kernel() * window.dilation();
      if (row >= 0 && row < in.height() && column >= 0 && column < in.width()) {
        visitor.visit(output, row * in.width() + column, tap);
      }
    }
  }
}
