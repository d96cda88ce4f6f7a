/**
 * The local runner: the tasks of a graph as processes of the stage jars on this machine.
 *
 * <p>Entry type: {@link org.simplexity.experiment.run.LocalRunner}. Only the commands use it;
 * stages do not know which engine runs them.
 */
@NullMarked
package org.simplexity.experiment.run;

import org.jspecify.annotations.NullMarked;
