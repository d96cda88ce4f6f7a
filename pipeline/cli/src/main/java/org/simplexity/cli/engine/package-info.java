/**
 * Commands for engines such as Airflow: {@code java -jar dist/cli.jar engine …}.
 *
 * <p>Entry type: {@link org.simplexity.cli.engine.EngineCommand}. The contract is in {@code
 * docs/engines.md}; the work is done in {@code org.simplexity.experiment.engine}.
 */
@NullMarked
package org.simplexity.cli.engine;

import org.jspecify.annotations.NullMarked;
