/**
 * The contract that every stage keeps: arguments, inputs, progress, checkpoints, exit codes.
 *
 * <p>Entry types: {@link org.simplexity.experiment.stage.Stage}, what a stage implements, and
 * {@link org.simplexity.experiment.stage.StageProgram}, what its {@code main} calls. The contract
 * itself is described in {@code docs/architecture.md}.
 */
@NullMarked
package org.simplexity.experiment.stage;

import org.jspecify.annotations.NullMarked;
