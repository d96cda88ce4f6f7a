package org.simplexity.kernel;

import java.util.List;
import org.simplexity.kernel.graph.Operation;

/** One intermediate result of a network: an operation applied to earlier values. */
public final class Value {
  private final int index;
  private final Operation operation;
  private final List<Value> inputs;
  private final Shape shape;

  Value(int index, Operation operation, List<Value> inputs) {
    this.index = index;
    this.operation = operation;
    this.inputs = List.copyOf(inputs);
    this.shape = operation.outputShape(inputs.stream().map(Value::shape).toList());
  }

  /** Shape for one example. */
  public Shape shape() {
    return shape;
  }

  /** Position in the order of construction; inputs come before what is computed of them. */
  public int index() {
    return index;
  }

  /** What is computed. */
  public Operation operation() {
    return operation;
  }

  /** Multiplications with weights in a convolution or a dense layer for one image; else 0. */
  public long multiplyAdds() {
    return inputs.isEmpty() ? 0 : operation.multiplyAdds(inputs.get(0).shape(), shape);
  }

  /** What it is computed of. */
  public List<Value> inputs() {
    return inputs;
  }
}
