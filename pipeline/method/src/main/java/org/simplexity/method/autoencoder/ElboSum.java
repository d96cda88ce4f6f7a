package org.simplexity.method.autoencoder;

/** Mean of bounds over batches of different size. */
final class ElboSum {
  private double reconstruction;
  private double divergence;
  private double relevance;
  private int images;

  void add(Elbo mean, int count) {
    reconstruction += count * mean.reconstruction();
    divergence += count * mean.divergence();
    relevance += count * mean.relevance();
    images += count;
  }

  Elbo mean() {
    return new Elbo(reconstruction / images, divergence / images, relevance / images);
  }
}
