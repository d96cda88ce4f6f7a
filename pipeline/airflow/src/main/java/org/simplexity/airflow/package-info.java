/**
 * Airflow from Java: DAG runs are triggered, watched, cancelled and cleared, and what their tasks
 * left is read.
 *
 * <p>Entry type: {@link org.simplexity.airflow.Airflow}, made by {@code Airflow.connect}. Commands
 * may depend on it; it depends on the experiment, whose files name the DAGs. Speaks the Airflow
 * REST API v2 (Airflow documentation, "Airflow public API reference") through the generated client
 * of the module {@code airflow-api}.
 */
@NullMarked
package org.simplexity.airflow;

import org.jspecify.annotations.NullMarked;
