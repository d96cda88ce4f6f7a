/**
 * Experiment files as DAG runs: which DAG is theirs, and which values its parameters get.
 *
 * <p>Entry type: {@link org.simplexity.airflow.trigger.ExperimentTrigger}. The other side of the
 * contract stands in {@code docs/engines.md}.
 */
@NullMarked
package org.simplexity.airflow.trigger;

import org.jspecify.annotations.NullMarked;
