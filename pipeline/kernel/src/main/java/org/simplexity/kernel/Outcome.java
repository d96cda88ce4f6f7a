package org.simplexity.kernel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a pass over a batch showed.
 *
 * <p>Where the pass ran on a device, its numbers are read when they are first asked for, equality
 * and text included; they are those of the pass even if others have followed. Not safe for use by
 * several threads at once.
 */
public final class Outcome {
  private final Supplier<Score> source;
  private final int examples;
  private @Nullable Score score;

  /**
   * The numbers of a pass.
   *
   * @param loss mean cross-entropy in nats, in training mode with that of the auxiliary head times
   *     its weight; not finite when the network has diverged
   * @param correct examples whose largest logit is the label's
   */
  public record Score(double loss, int correct) {}

  /** Numbers that {@code source} knows, which is asked once at most. */
  public Outcome(Supplier<Score> source, int examples) {
    this.source = source;
    this.examples = examples;
  }

  private Score score() {
    Score known = score;
    if (known == null) {
      known = source.get();
      score = known;
    }
    return known;
  }

  /** Loss; see {@link Score#loss}. */
  public double loss() {
    return score().loss();
  }

  /** Correct examples; see {@link Score#correct}. */
  public int correct() {
    return score().correct();
  }

  /** Number of examples. */
  public int examples() {
    return examples;
  }

  /** Share of correct examples. */
  public double accuracy() {
    return (double) correct() / examples;
  }

  /** The same with the loss of another head, times a weight. */
  Outcome plus(double weight, Outcome other) {
    return new Outcome(() -> new Score(loss() + weight * other.loss(), correct()), examples);
  }

  /** Whether the loss is a number: false means that the network has diverged. */
  public boolean isFinite() {
    return Double.isFinite(loss());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Outcome that
        && examples == that.examples
        && score().equals(that.score());
  }

  @Override
  public int hashCode() {
    return 31 * score().hashCode() + examples;
  }

  @Override
  public String toString() {
    return "Outcome[loss=%s, correct=%d, examples=%d]".formatted(loss(), correct(), examples);
  }
}
