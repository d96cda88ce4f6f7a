package org.simplexity.method;

/** What a search does about edges that have stuck. */
public enum EscapeRemedy {
  /** Nothing. */
  NONE,
  /** Puts a stuck edge back to the centre of its simplex. */
  RESTART,
  /** Trains the weights under structures perturbed at random (Chen and Hsieh 2020, SDARTS-RS). */
  PERTURBATION,
  /** Freezes the structure once the Hessian's eigenvalue grows (Zela et al. 2020, DARTS-ES). */
  EARLY_STOP
}
