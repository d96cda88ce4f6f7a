package org.simplexity.space;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The operations that a cell space can name. */
public final class Operations {
  private static final Map<String, Operation> BY_NAME = index();

  private Operations() {}

  private static Map<String, Operation> index() {
    Map<String, Operation> index = new LinkedHashMap<>();
    List.of(
            new NoOperation(),
            new SkipConnection(),
            new PoolingOperation(PoolingOperation.Kind.MAX),
            new PoolingOperation(PoolingOperation.Kind.AVERAGE),
            new SeparableConvolution(3),
            new SeparableConvolution(5),
            new PlainConvolution(1),
            new PlainConvolution(3))
        .forEach(operation -> index.put(operation.name(), operation));
    return Map.copyOf(index);
  }

  /** All names, sorted. */
  public static List<String> names() {
    return BY_NAME.keySet().stream().sorted().toList();
  }

  /**
   * The operation of that name.
   *
   * @param name such as {@code sep_conv_3x3}
   * @throws IllegalArgumentException if there is none; the message names the nearest one
   */
  public static Operation byName(String name) {
    Operation operation = BY_NAME.get(name);
    if (operation == null) {
      String nearest =
          names().stream()
              .min(
                  Comparator.comparingInt(
                      known -> LevenshteinDistance.getDefaultInstance().apply(known, name)))
              .orElseThrow();
      throw new IllegalArgumentException(
          "operation \"%s\" is not known; did you mean \"%s\"? Known are %s"
              .formatted(name, nearest, names()));
    }
    return operation;
  }
}
