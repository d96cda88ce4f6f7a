package org.simplexity.experiment.stage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The state of a task after one epoch: named arrays and texts.
 *
 * <pre>{@code
 * Checkpoint.at(epoch).put("weights", weights).put("random", generator.toString()).build()
 * }</pre>
 *
 * <p>Arrays come back bit for bit, including not-a-number and negative zero.
 */
public final class Checkpoint {
  private final int epoch;
  private final Map<String, Object> values;

  private Checkpoint(int epoch, Map<String, Object> values) {
    this.epoch = epoch;
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Begins a checkpoint.
   *
   * @param epoch epochs done, from 0
   */
  public static Builder at(int epoch) {
    if (epoch < 0) {
      throw new IllegalArgumentException("epoch " + epoch + " is negative");
    }
    return new Builder(epoch);
  }

  /** Epochs done. */
  public int epoch() {
    return epoch;
  }

  /**
   * A copy of an array.
   *
   * @param name name under which it was put
   * @throws IllegalArgumentException if there is no such array of that type
   */
  public float[] floats(String name) {
    return value(name, float[].class).clone();
  }

  /**
   * A copy of an array.
   *
   * @param name name under which it was put
   * @throws IllegalArgumentException if there is no such array of that type
   */
  public double[] doubles(String name) {
    return value(name, double[].class).clone();
  }

  /**
   * A copy of an array.
   *
   * @param name name under which it was put
   * @throws IllegalArgumentException if there is no such array of that type
   */
  public long[] longs(String name) {
    return value(name, long[].class).clone();
  }

  /**
   * A text, such as JSON.
   *
   * @param name name under which it was put
   * @throws IllegalArgumentException if there is no such text
   */
  public String text(String name) {
    return value(name, String.class);
  }

  /**
   * Whether something was put under a name.
   *
   * @param name name
   */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Arrays and texts by name, for the codec of this package. */
  Map<String, Object> values() {
    return values;
  }

  private <T> T value(String name, Class<T> type) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      String found = value == null ? "nothing" : value.getClass().getSimpleName();
      throw new IllegalArgumentException(
          "checkpoint of epoch "
              + epoch
              + " holds "
              + found
              + " under \""
              + name
              + "\"; expected "
              + type.getSimpleName()
              + "; it holds "
              + values.keySet());
    }
    return type.cast(value);
  }

  /** Gathers what a checkpoint holds; arrays are copied. */
  public static final class Builder {
    private final int epoch;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Builder(int epoch) {
      this.epoch = epoch;
    }

    /**
     * Adds an array.
     *
     * @param name name
     * @param array values
     */
    public Builder put(String name, float[] array) {
      return add(name, array.clone());
    }

    /**
     * Adds an array.
     *
     * @param name name
     * @param array values
     */
    public Builder put(String name, double[] array) {
      return add(name, array.clone());
    }

    /**
     * Adds an array.
     *
     * @param name name
     * @param array values
     */
    public Builder put(String name, long[] array) {
      return add(name, array.clone());
    }

    /**
     * Adds a text, such as JSON.
     *
     * @param name name
     * @param text value
     */
    public Builder put(String name, String text) {
      return add(name, text);
    }

    /** The checkpoint. */
    public Checkpoint build() {
      return new Checkpoint(epoch, values);
    }

    Builder add(String name, Object value) {
      if (values.putIfAbsent(name, value) != null) {
        throw new IllegalArgumentException("\"" + name + "\" is put twice into one checkpoint");
      }
      return this;
    }
  }
}
