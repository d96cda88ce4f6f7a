package org.simplexity.kernel.execution.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.simplexity.kernel.Precision;

/**
 * Arrays of one precision and calls of native operations on them, freed together.
 *
 * <p>Whatever the engine reads from the device to the host goes through {@link #get}, which counts.
 */
public final class Device implements AutoCloseable {
  private final DataType type;
  private final AtomicLong reads = new AtomicLong();
  private final List<OpContext> contexts = new ArrayList<>();
  private final List<INDArray> arrays = new ArrayList<>();

  /** A device that computes in this precision. */
  public Device(Precision precision) {
    this.type = precision == Precision.FLOAT ? DataType.FLOAT : DataType.DOUBLE;
  }

  INDArray zeros(long... shape) {
    return zeros(type, shape);
  }

  INDArray zeros(DataType other, long... shape) {
    INDArray array = Nd4j.create(other, shape);
    arrays.add(array);
    return array;
  }

  /** One number of the engine's precision, for operations that take it from the device. */
  INDArray constant(double value) {
    INDArray array = zeros(1);
    array.assign(value);
    return array;
  }

  /** An array of zeros that outlives the device; the garbage collector frees it. */
  public INDArray unowned(long... shape) {
    return Nd4j.create(type, shape);
  }

  /** A call whose operands and arguments are set once. */
  Call call(
      String name,
      List<INDArray> inputs,
      List<INDArray> outputs,
      long[] integers,
      double... reals) {
    OpContext context = Nd4j.getExecutioner().buildContext();
    contexts.add(context);
    for (int i = 0; i < inputs.size(); i++) {
      context.setInputArray(i, inputs.get(i));
    }
    for (int i = 0; i < outputs.size(); i++) {
      context.setOutputArray(i, outputs.get(i));
    }
    context.setIArguments(integers);
    context.setTArguments(reals);
    return new Call(DynamicCustomOp.builder(name).build(), context);
  }

  /** A call {@code name(x, y) → z} by coordinate, or with an operand that is repeated. */
  Call binary(String name, INDArray x, INDArray y, INDArray z) {
    return call(name, List.of(x, y), List.of(z), new long[0]);
  }

  /** Runs an operation once, with real arguments. */
  public static void once(String name, List<INDArray> inputs, INDArray output, double... reals) {
    Nd4j.exec(
        DynamicCustomOp.builder(name)
            .addInputs(inputs.toArray(new INDArray[0]))
            .addOutputs(output)
            .addFloatingPointArguments(Arrays.stream(reals).boxed().toArray(Double[]::new))
            .build());
  }

  /** Copies numbers to an array on the device. */
  public void put(double[] numbers, INDArray array) {
    if (array.dataType() != DataType.FLOAT) {
      assign(Nd4j.createFromArray(numbers), array);
      return;
    }
    float[] narrow = new float[numbers.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) numbers[i];
    }
    assign(Nd4j.createFromArray(narrow), array);
  }

  /** Copies numbers to an array on the device. */
  void put(float[] numbers, INDArray array) {
    if (type == DataType.FLOAT) {
      assign(Nd4j.createFromArray(numbers), array);
      return;
    }
    double[] wide = new double[numbers.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = numbers[i];
    }
    assign(Nd4j.createFromArray(wide), array);
  }

  private static void assign(INDArray staged, INDArray array) {
    array.assign(staged.reshape(array.shape()));
    staged.close();
  }

  /** Copies all numbers of an array or a view from the device. */
  public double[] get(INDArray array) {
    reads.incrementAndGet();
    INDArray packed = array.dup();
    double[] numbers = packed.data().asDouble();
    packed.close();
    return numbers;
  }

  /** How often numbers were read from the device. */
  public long reads() {
    return reads.get();
  }

  /** y ← y + factor · x, whatever the shapes, in the order of memory. */
  public static void addScaled(double factor, INDArray x, INDArray y) {
    Nd4j.getBlasWrapper().level1().axpy(x.length(), factor, x, y);
  }

  @Override
  public void close() {
    for (OpContext context : contexts) {
      context.purge();
    }
    arrays.forEach(INDArray::close);
    contexts.clear();
    arrays.clear();
  }
}
