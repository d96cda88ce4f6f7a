package org.simplexity.cli;

import java.util.Collections;
import org.simplexity.data.ChannelStatistics;

/** The numbers in which a network reads pixels, by the name that is typed. */
enum Pixels {
  /** (pixel / 255 − mean) / standard deviation of the train split, as our own networks. */
  normalised,
  /** 0..1. */
  unit,
  /** 0..255. */
  bytes;

  /** Mean and deviation by which pixels / 255 become those numbers. */
  ChannelStatistics statistics(ChannelStatistics train) {
    return switch (this) {
      case normalised -> train;
      case unit -> constant(train, 1);
      case bytes -> constant(train, 1 / 255.0);
    };
  }

  private static ChannelStatistics constant(ChannelStatistics train, double deviation) {
    int channels = train.mean().size();
    return new ChannelStatistics(
        Collections.nCopies(channels, 0.0), Collections.nCopies(channels, deviation));
  }
}
