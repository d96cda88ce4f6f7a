/**
 * What engines other than the local runner ask for: what an experiment is made of, the plan of one
 * run of it, and how that ended. The contract is in {@code docs/engines.md}.
 *
 * <p>Entry types: {@link org.simplexity.experiment.engine.EngineDescription}, {@link
 * org.simplexity.experiment.engine.EnginePlan}, {@link
 * org.simplexity.experiment.engine.EngineOutcome}.
 */
@NullMarked
package org.simplexity.experiment.engine;

import org.jspecify.annotations.NullMarked;
