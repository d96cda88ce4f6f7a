/** The command that runs an experiment on Airflow, and what is shown of the run meanwhile. */
@NullMarked
package org.simplexity.cli.trigger;

import org.jspecify.annotations.NullMarked;
