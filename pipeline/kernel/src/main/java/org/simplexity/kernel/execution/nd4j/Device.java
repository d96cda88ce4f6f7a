package org.simplexity.kernel.execution.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.simplexity.kernel.Precision;

/** Arrays of one precision and calls of native operations on them, freed together. */
final class Device implements AutoCloseable {
  private final DataType type;
  private final List<OpContext> contexts = new ArrayList<>();
  private final List<INDArray> arrays = new ArrayList<>();

  Device(Precision precision) {
    this.type = precision == Precision.FLOAT ? DataType.FLOAT : DataType.DOUBLE;
  }

  INDArray zeros(long... shape) {
    INDArray array = Nd4j.create(type, shape);
    arrays.add(array);
    return array;
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

  /** Copies numbers to an array on the device. */
  void put(double[] numbers, INDArray array) {
    if (type == DataType.DOUBLE) {
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

  /** Copies all numbers of an array from the device. */
  static double[] get(INDArray array) {
    return array.data().asDouble();
  }

  /** y ← y + factor · x, whatever the shapes, in the order of memory. */
  static void addScaled(double factor, INDArray x, INDArray y) {
    Nd4j.getBlasWrapper().level1().axpy(x.length(), factor, x, y);
  }

  /** Σ x y. */
  static double dot(INDArray x, INDArray y) {
    return Nd4j.getBlasWrapper().level1().dot(x.length(), 1, x, y);
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
