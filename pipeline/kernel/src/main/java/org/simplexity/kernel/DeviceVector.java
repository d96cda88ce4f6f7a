package org.simplexity.kernel;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.simplexity.kernel.execution.nd4j.Device;

/**
 * A flat vector in one array of ND4J, on the device that ND4J computes on.
 *
 * <p>Kernels work on views of it, and the algebra below runs where the array lies: none of it reads
 * a number to the host. {@code get}, {@code toArray}, {@code norm} and the like do read; {@code
 * set}, {@code fill} and {@code copyFrom} write.
 *
 * <p>A tracked vector keeps in mind which coordinates the host has last written as exactly 0.
 * Algebra on the device forgets that, and {@link #isCertainlyZero} then answers no until the host
 * writes again: what is not known to rest runs, with the same result.
 */
public final class DeviceVector extends FlatVector {
  /** Coordinates whose squares are added up together, so that a long sum keeps its last digits. */
  private static final int BLOCK = 1024;

  private final Device device;
  private final int length;
  private final INDArray array;
  private final INDArray blocks;
  private final @Nullable BitSet zeros;

  private DeviceVector(Device device, int length, boolean tracked) {
    this.device = device;
    this.length = length;
    int rows = Math.max(1, (length + BLOCK - 1) / BLOCK);
    this.blocks = device.unowned(rows, BLOCK);
    INDArray row = blocks.reshape('c', true, (long) rows * BLOCK);
    this.array = row.get(NDArrayIndex.interval(0, Math.max(1, length)));
    this.zeros = tracked ? new BitSet(length) : null;
    mark(0);
  }

  /** A zero vector on a device. */
  public static DeviceVector zeros(int length, Device device) {
    return new DeviceVector(device, length, false);
  }

  /** A zero vector on a device that knows its zeros. Kernels must not write to views of it. */
  public static DeviceVector tracked(int length, Device device) {
    return new DeviceVector(device, length, true);
  }

  /** The device that the coordinates lie on. */
  public Device device() {
    return device;
  }

  /** The memory of {@code count} coordinates from {@code start}, not a copy. */
  public INDArray view(int start, int count) {
    return array.get(NDArrayIndex.interval(start, start + count));
  }

  @Override
  public DeviceVector zerosLike() {
    return zeros(length, device);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public double get(int index) {
    return device.get(view(index, 1))[0];
  }

  @Override
  public void set(int index, double value) {
    view(index, 1).assign(value);
    if (zeros != null) {
      zeros.set(index, value == 0);
    }
  }

  @Override
  public void fill(double value) {
    array.assign(value);
    mark(value);
  }

  private void mark(double value) {
    if (zeros != null) {
      zeros.set(0, length, value == 0);
    }
  }

  @Override
  public boolean isCertainlyZero(int index) {
    return zeros != null && zeros.get(index);
  }

  @Override
  FlatVector host() {
    FlatVector copy = zeros(length, Precision.DOUBLE);
    if (length > 0) {
      copy.copyFrom(device.get(array));
    }
    return copy;
  }

  @Override
  void take(double[] values) {
    if (length > 0) {
      device.put(values, array);
    }
    if (zeros != null) {
      for (int i = 0; i < length; i++) {
        zeros.set(i, values[i] == 0);
      }
    }
  }

  @Override
  void take(FlatVector other) {
    if (other instanceof DeviceVector source) {
      changing().assign(source.array);
    } else {
      take(other.toArray());
    }
  }

  /** The array, about to be written by the device. */
  private INDArray changing() {
    if (zeros != null) {
      zeros.clear();
    }
    return array;
  }

  /** x ← factor · x. */
  public void scale(double factor) {
    changing().muli(factor);
  }

  /** x ← x + factor · y. */
  public void add(double factor, DeviceVector y) {
    Device.addScaled(factor, y.array, changing());
  }

  /** x ← x² by coordinate. */
  public void square() {
    changing().muli(array);
  }

  /** x ← y / (√x · factor + shift) by coordinate. */
  public void divideRoot(DeviceVector y, double factor, double shift) {
    Transforms.sqrt(changing(), false).muli(factor).addi(shift).rdivi(y.array);
  }

  /** Brings every coordinate into [−largest, largest]; what is not a number stays so. */
  public void limitValues(double largest) {
    Device.once("clipbyvalue", List.of(array), changing(), -largest, largest);
  }

  /** x ← x · min(1, largest / ‖x‖); the norm and the factor stay on the device. */
  public void limitNorm(double largest) {
    INDArray norms = blocks.norm2(1);
    INDArray factor = norms.norm2();
    Transforms.max(factor, largest, false).rdivi(largest);
    changing().muli(factor);
    factor.close();
    norms.close();
  }
}
