package org.simplexity.cli;

import org.simplexity.data.ImageSet;
import org.simplexity.data.PreparedImages;

/** A part of prepared images, by the name that is typed. */
enum Split {
  /** Images that weights learn from. */
  train,
  /** Images that structure learns from. */
  validation,
  /** Images looked at once. */
  test;

  ImageSet of(PreparedImages images) {
    return switch (this) {
      case train -> images.train();
      case validation -> images.validation();
      case test -> images.test();
    };
  }
}
