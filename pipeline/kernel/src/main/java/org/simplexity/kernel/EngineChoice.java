package org.simplexity.kernel;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;

/** Resolves {@link Engine#AUTOMATIC}, without loading any of ND4J's classes. */
final class EngineChoice {
  private static final String CUDA_BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";

  private EngineChoice() {}

  /**
   * The engine that a plan runs on.
   *
   * @throws IllegalArgumentException if the engine asked for lacks the precision
   */
  static Engine of(PlanSettings settings) {
    Engine engine = settings.engine();
    boolean single = settings.precision() == Precision.FLOAT;
    if (engine == Engine.AUTOMATIC) {
      return single ? fastest() : Engine.REFERENCE;
    }
    if (engine != Engine.ND4J && single != (engine == Engine.ONEDNN)) {
      throw new IllegalArgumentException(
          "engine %s does not compute in %s; ONEDNN is for FLOAT, REFERENCE for DOUBLE, ND4J for both"
              .formatted(engine, settings.precision()));
    }
    return engine;
  }

  /** Whether ND4J's backend on the class path is the one for CUDA. */
  static boolean cuda() {
    return EngineChoice.class.getClassLoader().getResource(CUDA_BACKEND) != null;
  }

  private static Engine fastest() {
    return !cuda() && oneDnnLoads() ? Engine.ONEDNN : Engine.ND4J;
  }

  private static boolean oneDnnLoads() {
    try {
      Loader.load(dnnl.class);
      return true;
    } catch (LinkageError e) {
      return false;
    }
  }
}
