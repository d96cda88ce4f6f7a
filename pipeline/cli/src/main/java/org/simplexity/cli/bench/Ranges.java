package org.simplexity.cli.bench;

import org.simplexity.kernel.Network;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Bounds of options that are numbers. */
final class Ranges {
  /** Numbers in a batch of images: two batches fit the heap that the launcher gives. */
  private static final long LARGEST_BATCH = 1 << 25;

  private Ranges() {}

  /**
   * Checks that a value lies within its bounds.
   *
   * @throws ParameterException naming option, value and bounds
   */
  static void check(CommandLine command, String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          command, "%s %d: must lie in %d..%d".formatted(option, value, least, most));
    }
  }

  /**
   * Checks that images and activations can be counted and held.
   *
   * @throws ParameterException naming the options and what they come to
   */
  static void checkSizes(CommandLine command, Network network, int batch) {
    long images = (long) batch * network.input().size();
    if (images > LARGEST_BATCH) {
      throw new ParameterException(
          command,
          "--batch %d of --input %s: must hold at most %d pixels in all, not %d"
              .formatted(batch, network.input(), LARGEST_BATCH, images));
    }
    try {
      network.values().forEach(value -> Math.multiplyExact(value.shape().size(), Float.BYTES));
    } catch (ArithmeticException e) {
      throw new ParameterException(
          command,
          "--input %s: an activation of one image takes 2 GiB or more; must take less"
              .formatted(network.input()),
          e);
    }
  }
}
