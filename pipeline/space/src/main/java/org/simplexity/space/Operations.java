package org.simplexity.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The operations that a cell space can name.
 *
 * <p>Names of other authors for the same operation are understood wherever a name is read: {@code
 * nor_conv_1x1} and {@code nor_conv_3x3} of NAS-Bench-201 are {@code conv_1x1} and {@code
 * conv_3x3}.
 */
public final class Operations {
  /** Every operation; a new one is a class and a line here. */
  private static final List<Operation> ALL =
      List.of(
          new NoOperation(),
          new SkipConnection(),
          new PoolingOperation(PoolingOperation.Kind.MAX),
          new PoolingOperation(PoolingOperation.Kind.AVERAGE),
          new SeparableConvolution(3),
          new SeparableConvolution(5),
          new DilatedConvolution(3),
          new DilatedConvolution(5),
          new PlainConvolution(1),
          new PlainConvolution(3));

  private static final Map<String, String> ALIASES =
      Map.of("nor_conv_1x1", "conv_1x1", "nor_conv_3x3", "conv_3x3");

  private static final Map<String, Operation> BY_NAME = index();

  private Operations() {}

  private static Map<String, Operation> index() {
    Map<String, Operation> index = new LinkedHashMap<>();
    ALL.forEach(operation -> index.put(operation.name(), operation));
    return Map.copyOf(index);
  }

  /** All names, sorted. */
  public static List<String> names() {
    return BY_NAME.keySet().stream().sorted().toList();
  }

  /**
   * Our name of an operation that has several; any other word as it is.
   *
   * @param name such as {@code nor_conv_3x3}
   */
  public static String canonical(String name) {
    return ALIASES.getOrDefault(name, name);
  }

  /** NAS-Bench-201's name of an operation. */
  static String benchmarkName(String name) {
    return ALIASES.entrySet().stream()
        .filter(alias -> alias.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(name);
  }

  /**
   * The operation of that name, if there is one.
   *
   * @param name such as {@code sep_conv_3x3}
   */
  public static Optional<Operation> find(String name) {
    return Optional.ofNullable(BY_NAME.get(canonical(name)));
  }

  /**
   * The operation of that name.
   *
   * @param name such as {@code sep_conv_3x3}
   * @throws IllegalArgumentException if there is none; the message names the nearest one
   */
  public static Operation byName(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException(unknown(name, List.of())));
  }

  /**
   * What to say of a name that is no operation.
   *
   * @param name what was written
   * @param others words that were possible too, such as names of sets
   */
  static String unknown(String name, List<String> others) {
    List<String> known = new ArrayList<>(others);
    known.addAll(names());
    List<String> possible = new ArrayList<>(known);
    possible.addAll(ALIASES.keySet());
    String nearest =
        possible.stream()
            .min(
                Comparator.comparingInt(
                        (String word) -> LevenshteinDistance.getDefaultInstance().apply(word, name))
                    .thenComparing(word -> word))
            .orElseThrow();
    return "operation \"%s\" is not known; did you mean \"%s\"? Known are %s"
        .formatted(name, nearest, known);
  }
}
