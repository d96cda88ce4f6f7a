/**
 * Runs, parameters, metrics and artifacts in MLflow, and the journal that survives an outage.
 *
 * <p>Entry type: {@link org.simplexity.tracking.Tracker}, made by {@code MlflowTracker.connect}.
 * Experiment, report, commands and stages may depend on it; it depends on no other room. Speaks the
 * MLflow REST API 2.0 (MLflow documentation, "REST API") with the messages of {@code
 * org.mlflow:mlflow-client}.
 */
@NullMarked
package org.simplexity.tracking;

import org.jspecify.annotations.NullMarked;
