package org.simplexity.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** The stack of scopes during construction, and numbered names within each. */
final class Scopes {
  private final Deque<String> stack = new ArrayDeque<>();
  private final Map<String, Integer> counts = new HashMap<>();

  void enter(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a scope needs a name");
    }
    stack.addLast(name);
  }

  void leave() {
    stack.removeLast();
  }

  /** The current scope with a trailing dot, or nothing at the root. */
  String prefix() {
    StringBuilder prefix = new StringBuilder();
    for (Iterator<String> names = stack.iterator(); names.hasNext(); ) {
      prefix.append(names.next()).append('.');
    }
    return prefix.toString();
  }

  /** A name that is new within the scope: {@code depthwise_1}, {@code depthwise_2}, …. */
  String number(String kind) {
    String name = prefix() + kind;
    return name + "_" + counts.merge(name, 1, Integer::sum);
  }

  /** Where construction stands, for messages. */
  String describe(String kind) {
    return stack.isEmpty() ? kind : kind + " in '" + String.join(".", stack) + "'";
  }
}
