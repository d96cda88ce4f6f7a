package org.simplexity.method;

/** How the structure is searched. */
public enum SearchStrategy {
  /** By gradients of a relaxed structure (Liu et al. 2019): {@link StructureSearch}. */
  GRADIENT,
  /**
   * By a controller that learns from rewards to draw discrete structures (Zoph and Le 2017; Pham et
   * al. 2018): {@link ControllerSearch}.
   */
  REINFORCEMENT,
  /**
   * The same with a controller that draws all structures alike and learns nothing: random search
   * with shared weights (Li and Talwalkar 2019).
   */
  RANDOM
}
