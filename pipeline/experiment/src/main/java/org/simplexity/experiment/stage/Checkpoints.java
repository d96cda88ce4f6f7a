package org.simplexity.experiment.stage;

import java.io.IOException;
import java.util.Optional;

/**
 * Where a task keeps its state between epochs, so that a killed one resumes bit-identically.
 *
 * <p>Checkpoints belong to a cell key: other settings, other code or other inputs never see them.
 */
public interface Checkpoints {
  /**
   * Keeps a checkpoint: whole or not at all, the one before it stays until it is safe.
   *
   * @param checkpoint state after an epoch; the metrics recorded so far are added
   * @throws IOException if it cannot be written
   */
  void save(Checkpoint checkpoint) throws IOException;

  /**
   * The newest whole checkpoint of this task, from this machine or from an unfinished earlier run;
   * the metrics that it holds are replayed into this run once.
   *
   * @throws IOException if the tracker or the disk cannot be read; a damaged file is no error but
   *     passed over with a warning
   */
  Optional<Checkpoint> latest() throws IOException;
}
