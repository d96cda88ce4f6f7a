package org.simplexity.experiment.stage;

/** Names of the tags on every run, as {@code docs/architecture.md} lists them. */
public final class RunTags {
  /** Name of the stage; {@code experiment} on the parent run. */
  public static final String STAGE = "simplexity.stage";

  /** Id of the task in its graph. */
  public static final String TASK = "simplexity.task";

  /** Key of the task's inputs, see {@link org.simplexity.experiment.graph.CellKey}. */
  public static final String CELL_KEY = "simplexity.cell_key";

  /** Version and digest of the code. */
  public static final String CODE_VERSION = "simplexity.code_version";

  /** Name of the experiment. */
  public static final String EXPERIMENT = "simplexity.experiment";

  /** Name of the machine. */
  public static final String HOST = "simplexity.host";

  /** Versions of Java and of the libraries. */
  public static final String LIBRARIES = "simplexity.libraries";

  /** How many runs of this cell there were, this one included. */
  public static final String TRY = "simplexity.try";

  /** Why a run failed: the meaning of its exit code. */
  public static final String FAILURE = "simplexity.failure";

  /** The message of a failed run. */
  public static final String FAILURE_MESSAGE = "simplexity.failure_message";

  /** The headline metrics of a finished run as JSON. */
  public static final String HEADLINE = "simplexity.headline";

  /** On the run of an experiment that an engine asked for: which request of the engine's. */
  public static final String ENGINE_REQUEST = "simplexity.engine_request";

  /** On the run of an experiment: JSON of tasks that runs elsewhere stand for, with their ids. */
  public static final String REUSED = "simplexity.reused";

  private RunTags() {}
}
