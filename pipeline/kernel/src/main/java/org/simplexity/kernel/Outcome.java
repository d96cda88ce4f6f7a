package org.simplexity.kernel;

/**
 * What a pass over a batch showed.
 *
 * @param loss mean cross-entropy in nats, in training mode with that of the auxiliary head times
 *     its weight; not finite when the network has diverged
 * @param correct examples whose largest logit is the label's
 * @param examples number of examples
 */
public record Outcome(double loss, int correct, int examples) {

  /** Share of correct examples. */
  public double accuracy() {
    return (double) correct / examples;
  }

  /** The same with a further term of the loss. */
  Outcome plus(double term) {
    return new Outcome(loss + term, correct, examples);
  }

  /** Whether the loss is a number: false means that the network has diverged. */
  public boolean isFinite() {
    return Double.isFinite(loss);
  }
}
