package org.simplexity.kernel;

/** Arithmetic of a plan. */
public enum Precision {
  /** 32-bit: native convolutions and fused loops; what searches and trainings run in. */
  FLOAT,
  /** 64-bit: plain reference loops, for checking gradients and the fast paths. */
  DOUBLE
}
