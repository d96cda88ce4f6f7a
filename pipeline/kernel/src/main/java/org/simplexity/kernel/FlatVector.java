package org.simplexity.kernel;

import java.util.Arrays;

/**
 * A flat vector of a plan: weights, structure, statistics or gradients, in the plan's precision.
 *
 * <p>Vectors are mutable and of fixed length; they live as long as their plan. Not safe for use
 * while the plan runs.
 */
public abstract sealed class FlatVector permits FlatVector.Single, FlatVector.Wide, DeviceVector {
  FlatVector() {}

  /** A zero vector. */
  public static FlatVector zeros(int length, Precision precision) {
    return precision == Precision.FLOAT
        ? new Single(new float[length])
        : new Wide(new double[length]);
  }

  /** A zero vector of the same length and precision. */
  public abstract FlatVector zerosLike();

  /** Number of coordinates. */
  public abstract int length();

  /** Coordinate {@code index}. */
  public abstract double get(int index);

  /** Sets coordinate {@code index}, rounded to the precision. */
  public abstract void set(int index, double value);

  /** Sets all coordinates. */
  public abstract void fill(double value);

  /**
   * Whether coordinate {@code index} is exactly 0, as far as that is known without reading it from
   * a device; see {@link DeviceVector}.
   */
  public abstract boolean isCertainlyZero(int index);

  /** This vector, or a copy of it on the host. */
  abstract FlatVector host();

  /** Takes as many coordinates as there are. */
  abstract void take(double[] values);

  /** Takes the coordinates of a vector of the same length. */
  abstract void take(FlatVector other);

  /**
   * Copies all coordinates of an array.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public void copyFrom(double[] values) {
    checkLength(values.length);
    take(values);
  }

  /**
   * Copies all coordinates of another vector.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public void copyFrom(FlatVector other) {
    checkLength(other.length());
    take(other);
  }

  /** A copy of all coordinates. */
  public double[] toArray() {
    double[] values = new double[length()];
    Arrays.setAll(values, host()::get);
    return values;
  }

  /** A copy of all coordinates in single precision. */
  public float[] toFloatArray() {
    float[] values = new float[length()];
    FlatVector host = host();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) host.get(i);
    }
    return values;
  }

  /** Euclidean norm, summed in double precision. */
  public double norm() {
    double sum = 0;
    FlatVector host = host();
    for (int i = 0; i < length(); i++) {
      double value = host.get(i);
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  /** Whether no coordinate is NaN or infinite. */
  public boolean isFinite() {
    FlatVector host = host();
    for (int i = 0; i < length(); i++) {
      if (!Double.isFinite(host.get(i))) {
        return false;
      }
    }
    return true;
  }

  private void checkLength(int other) {
    if (other != length()) {
      throw new IllegalArgumentException(
          "length %d differs from the vector's %d".formatted(other, length()));
    }
  }

  /** Coordinates in 32 bits; the array itself, for fused loops. */
  public static final class Single extends FlatVector {
    private final float[] values;

    private Single(float[] values) {
      this.values = values;
    }

    /** The coordinates themselves, not a copy. */
    public float[] array() {
      return values;
    }

    @Override
    public FlatVector zerosLike() {
      return new Single(new float[values.length]);
    }

    @Override
    public int length() {
      return values.length;
    }

    @Override
    public double get(int index) {
      return values[index];
    }

    @Override
    public void set(int index, double value) {
      values[index] = (float) value;
    }

    @Override
    public void fill(double value) {
      Arrays.fill(values, (float) value);
    }

    @Override
    public boolean isCertainlyZero(int index) {
      return values[index] == 0;
    }

    @Override
    FlatVector host() {
      return this;
    }

    @Override
    void take(double[] source) {
      for (int i = 0; i < values.length; i++) {
        set(i, source[i]);
      }
    }

    @Override
    void take(FlatVector other) {
      FlatVector source = other.host();
      for (int i = 0; i < values.length; i++) {
        set(i, source.get(i));
      }
    }
  }

  /** Coordinates in 64 bits; the array itself, for fused loops. */
  public static final class Wide extends FlatVector {
    private final double[] values;

    private Wide(double[] values) {
      this.values = values;
    }

    /** The coordinates themselves, not a copy. */
    public double[] array() {
      return values;
    }

    @Override
    public FlatVector zerosLike() {
      return new Wide(new double[values.length]);
    }

    @Override
    public int length() {
      return values.length;
    }

    @Override
    public double get(int index) {
      return values[index];
    }

    @Override
    public void set(int index, double value) {
      values[index] = value;
    }

    @Override
    public void fill(double value) {
      Arrays.fill(values, value);
    }

    @Override
    public boolean isCertainlyZero(int index) {
      return values[index] == 0;
    }

    @Override
    FlatVector host() {
      return this;
    }

    @Override
    void take(double[] source) {
      for (int i = 0; i < values.length; i++) {
        set(i, source[i]);
      }
    }

    @Override
    void take(FlatVector other) {
      FlatVector source = other.host();
      for (int i = 0; i < values.length; i++) {
        set(i, source.get(i));
      }
    }
  }
}
