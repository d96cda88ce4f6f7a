package org.simplexity.method;

/** How the learning rate moves over the epochs. */
public enum ScheduleKind {
  /** One rate throughout. */
  CONSTANT,
  /** Cosine annealing from the initial to the final rate (Loshchilov and Hutter 2017, §3). */
  COSINE,
  /** The rate is multiplied by a factor every so many epochs. */
  STEP
}
