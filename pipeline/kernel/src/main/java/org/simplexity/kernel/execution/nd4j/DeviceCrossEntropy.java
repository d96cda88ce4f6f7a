package org.simplexity.kernel.execution.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.simplexity.kernel.Outcome;
import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.Head;
import org.simplexity.kernel.execution.Pass;

/**
 * {@link org.simplexity.kernel.execution.CrossEntropy} on the device, in double precision there;
 * loss and hits are read when somebody asks the outcome for them.
 */
final class DeviceCrossEntropy implements Head {
  private final Device device;
  private final Chunks chunks;
  private final Pass pass;
  private final int classes;
  private final double weight;
  private final INDArray scores;
  private final List<HeadChunk> parts = new ArrayList<>();

  DeviceCrossEntropy(Device device, Tensor logits, double weight, Chunks chunks, Pass pass) {
    this.device = device;
    this.chunks = chunks;
    this.pass = pass;
    this.classes = logits.shape().channels();
    this.weight = weight;
    this.scores = device.zeros(DataType.DOUBLE, 2L * chunks.count());
    for (int chunk = 0; chunk < chunks.count(); chunk++) {
      parts.add(
          new HeadChunk(
              device,
              logits.data(chunk).reshape('c', true, chunks.size(chunk), classes),
              logits.gradient(chunk).reshape('c', true, chunks.size(chunk), classes),
              scores.get(interval(2 * chunk)),
              scores.get(interval(2 * chunk + 1))));
    }
  }

  private static INDArrayIndex interval(int index) {
    return NDArrayIndex.interval(index, index + 1);
  }

  @Override
  public void load(int[] labels, int count) {
    Head.check(labels, count, classes);
    for (int chunk = 0; chunk < chunks.count(); chunk++) {
      int valid = Math.max(0, Math.min(chunks.size(chunk), count - chunks.start(chunk)));
      parts.get(chunk).weigh(weight / count, valid);
      if (valid > 0) {
        parts.get(chunk).load(labels, chunks.start(chunk), valid);
      }
    }
  }

  @Override
  public void forward(int chunk) {
    if (chunks.start(chunk) < pass.examples()) {
      parts.get(chunk).forward();
    }
  }

  @Override
  public void backward(int chunk) {
    parts.get(chunk).backward();
  }

  /** The scores of this pass are kept apart on the device until they are read. */
  @Override
  public Outcome outcome() {
    INDArray kept = Nd4j.create(DataType.DOUBLE, scores.length()).assign(scores);
    int examples = pass.examples();
    return new Outcome(() -> read(kept, examples), examples);
  }

  private Outcome.Score read(INDArray kept, int examples) {
    double[] numbers = device.get(kept);
    kept.close();
    double loss = 0;
    double hits = 0;
    for (int chunk = 0; chunk < chunks.count() && chunks.start(chunk) < examples; chunk++) {
      loss -= numbers[2 * chunk];
      hits += numbers[2 * chunk + 1];
    }
    return new Outcome.Score(loss / examples, (int) hits);
  }

  @Override
  public double[] logits() {
    double[] all = new double[pass.examples() * classes];
    for (int chunk = 0; chunk < chunks.count() && chunks.start(chunk) < pass.examples(); chunk++) {
      int start = chunks.start(chunk) * classes;
      double[] part = parts.get(chunk).logits();
      System.arraycopy(part, 0, all, start, Math.min(part.length, all.length - start));
    }
    return all;
  }
}
