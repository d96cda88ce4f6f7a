package org.simplexity.kernel.execution;

import java.util.Arrays;
import org.simplexity.kernel.Outcome;
import org.simplexity.kernel.Value;

/**
 * Softmax cross-entropy over the logits: loss = −mean log softmax(z)[label].
 *
 * <p>∂loss/∂z = weight · (softmax(z) − onehot(label)) / examples, 0 beyond the loaded examples.
 */
public final class CrossEntropy implements Head {
  private final Backend backend;
  private final Value logits;
  private final Chunks chunks;
  private final Pass pass;
  private final double weight;
  private final VectorReader reader;
  private final int[] labels;
  private final double[][] values;
  private final double[] losses;
  private final int[] correct;

  /** A head over these logits, whose loss counts with this weight. */
  public CrossEntropy(Backend backend, Value logits, double weight, Chunks chunks, Pass pass) {
    this.backend = backend;
    this.logits = logits;
    this.chunks = chunks;
    this.pass = pass;
    this.weight = weight;
    this.reader = new VectorReader(backend, logits, chunks, pass);
    this.labels = new int[chunks.batch()];
    this.values = new double[chunks.count()][];
    for (int chunk = 0; chunk < chunks.count(); chunk++) {
      values[chunk] = new double[chunks.size(chunk) * classes()];
    }
    this.losses = new double[chunks.count()];
    this.correct = new int[chunks.count()];
  }

  @Override
  public void load(int[] source, int count) {
    Head.check(source, count, classes());
    System.arraycopy(source, 0, labels, 0, count);
  }

  @Override
  public Outcome outcome() {
    double loss = 0;
    int hits = 0;
    for (int chunk = 0; chunk < chunks.count() && chunks.start(chunk) < pass.examples(); chunk++) {
      loss += losses[chunk];
      hits += correct[chunk];
    }
    Outcome.Score score = new Outcome.Score(loss / pass.examples(), hits);
    return new Outcome(() -> score, pass.examples());
  }

  @Override
  public double[] logits() {
    return reader.read();
  }

  /** Leaves softmax probabilities in {@code values[chunk]}. */
  @Override
  public void forward(int chunk) {
    backend.read(logits, chunk, values[chunk]);
    losses[chunk] = 0;
    correct[chunk] = 0;
    int valid = valid(chunk);
    for (int i = 0; i < valid; i++) {
      score(chunk, i);
    }
  }

  private void score(int chunk, int example) {
    double[] z = values[chunk];
    int from = example * classes();
    int label = from + labels[chunks.start(chunk) + example];
    int best = from;
    for (int j = from; j < from + classes(); j++) {
      best = z[j] > z[best] ? j : best;
    }
    double top = z[best];
    double sum = 0;
    double target = z[label];
    for (int j = from; j < from + classes(); j++) {
      z[j] = Math.exp(z[j] - top);
      sum += z[j];
    }
    for (int j = from; j < from + classes(); j++) {
      z[j] /= sum;
    }
    losses[chunk] += Math.log(sum) + top - target;
    correct[chunk] += best == label ? 1 : 0;
  }

  @Override
  public void backward(int chunk) {
    double[] gradient = values[chunk];
    int valid = Math.max(0, valid(chunk));
    for (int i = 0; i < valid; i++) {
      gradient[i * classes() + labels[chunks.start(chunk) + i]] -= 1;
    }
    for (int j = 0; j < valid * classes(); j++) {
      gradient[j] = weight * (gradient[j] / pass.examples());
    }
    Arrays.fill(gradient, valid * classes(), gradient.length, 0);
    backend.writeGradient(logits, chunk, gradient);
  }

  private int valid(int chunk) {
    return reader.valid(chunk);
  }

  private int classes() {
    return reader.width();
  }
}
