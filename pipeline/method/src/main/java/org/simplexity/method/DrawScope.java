package org.simplexity.method;

/** How often γ is drawn. */
public enum DrawScope {
  /** One draw for all images of a batch. */
  BATCH,
  /** A draw for every image. */
  IMAGE
}
