/**
 * What several stages do alike: reading their inputs, running epochs with checkpoints.
 *
 * <p>Entry types: {@link org.simplexity.experiment.task.EpochLoop} and {@link
 * org.simplexity.experiment.task.Inputs}. Depends on the stage contract and the methods; stages
 * depend on it.
 */
@NullMarked
package org.simplexity.experiment.task;

import org.jspecify.annotations.NullMarked;
