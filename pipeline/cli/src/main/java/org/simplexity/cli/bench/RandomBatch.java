package org.simplexity.cli.bench;

import java.util.random.RandomGenerator;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;

/** Images of Gaussian noise with labels that mean nothing: a step takes as long as on real ones. */
final class RandomBatch {
  private final float[] images;
  private final int[] labels;

  /** Draws a batch for a network. */
  RandomBatch(Network network, int batch, RandomGenerator random) {
    this.images = new float[Math.multiplyExact(batch, network.input().size())];
    this.labels = new int[batch];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < batch; i++) {
      labels[i] = random.nextInt(network.classes());
    }
  }

  /** Hands the batch to a plan. */
  void load(Plan plan) {
    plan.load(images, labels, labels.length);
  }

  float[] images() {
    return images.clone();
  }

  float[] labels() {
    float[] numbers = new float[labels.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = labels[i];
    }
    return numbers;
  }
}
