package org.simplexity.kernel.execution.nd4j;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One chunk of a loss: Σ log softmax(z)[label] and the examples whose largest logit is the label's,
 * the first of equal ones.
 *
 * <p>{@code log_softmax(z) → log p}, {@code softmax(z) → p} and {@code argmax(z) → index} over the
 * integer 1. An example beyond the loaded ones has the label −1, which nothing equals, and a row of
 * zeros for its one-hot vector.
 */
final class HeadChunk {
  private static final long[] OVER_CLASSES = {1};

  private final Device device;
  private final INDArray logits;
  private final INDArray gradient;
  private final INDArray wide;
  private final INDArray oneHot;
  private final INDArray labels;
  private final INDArray equal;
  private final INDArray hits;
  private final INDArray slopes;
  private final List<Call> score;
  private final Call count;
  private final INDArray factors;
  private final List<Call> differentiate;
  private int weighed;
  private double factor;

  /**
   * A chunk.
   *
   * @param logits [example][class], a view
   * @param gradient of the logits, a view
   * @param loss where the sum of log-probabilities goes
   * @param correct where the number of hits goes
   */
  HeadChunk(Device device, INDArray logits, INDArray gradient, INDArray loss, INDArray correct) {
    this.device = device;
    this.logits = logits;
    this.gradient = gradient;
    long examples = logits.size(0);
    this.wide = wide(logits.shape());
    this.oneHot = wide(logits.shape());
    this.slopes = wide(logits.shape());
    this.labels = device.zeros(DataType.INT64, examples);
    this.equal = device.zeros(DataType.BOOL, examples);
    this.hits = wide(examples);
    this.score = score(loss);
    this.count = sum(hits, correct);
    this.factors = wide(examples, 1);
    this.differentiate =
        List.of(
            device.call("softmax", List.of(wide), List.of(slopes), OVER_CLASSES),
            device.binary("subtract", slopes, oneHot, slopes),
            device.binary("multiply", slopes, factors, slopes));
  }

  private List<Call> score(INDArray loss) {
    INDArray best = device.zeros(DataType.INT64, labels.length());
    return List.of(
        device.call("log_softmax", List.of(wide), List.of(slopes), OVER_CLASSES),
        device.binary("multiply", slopes, oneHot, slopes),
        sum(slopes, loss),
        device.call("argmax", List.of(wide), List.of(best), OVER_CLASSES),
        device.binary("equals", best, labels, equal));
  }

  private INDArray wide(long... shape) {
    return device.zeros(DataType.DOUBLE, shape);
  }

  private Call sum(INDArray all, INDArray into) {
    INDArray row = all.reshape('c', true, 1, all.length());
    return device.call("reduce_sum", List.of(row), List.of(into), new long[] {1});
  }

  void load(int[] source, int start, int valid) {
    int classes = Math.toIntExact(logits.size(1));
    double[] rows = new double[Math.toIntExact(oneHot.length())];
    double[] numbers = new double[Math.toIntExact(labels.length())];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i < valid ? source[start + i] : -1;
      if (i < valid) {
        rows[i * classes + source[start + i]] = 1;
      }
    }
    device.put(rows, oneHot);
    device.put(numbers, labels);
  }

  /**
   * Sets the factor of softmax(z) − onehot(label) in the gradient, 0 beyond the loaded examples.
   */
  void weigh(double next, int valid) {
    if (next != factor || valid != weighed) {
      double[] numbers = new double[Math.toIntExact(factors.length())];
      Arrays.fill(numbers, 0, valid, next);
      device.put(numbers, factors);
      factor = next;
      weighed = valid;
    }
  }

  void forward() {
    wide.assign(logits);
    score.forEach(Call::run);
    hits.assign(equal);
    count.run();
  }

  void backward() {
    differentiate.forEach(Call::run);
    gradient.assign(slopes);
  }

  double[] logits() {
    return device.get(logits);
  }
}
