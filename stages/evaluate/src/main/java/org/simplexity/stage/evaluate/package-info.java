/**
 * The stage that ranks what an experiment has trained and keeps the champion among all experiments
 * of its name.
 *
 * <p>Entry type: {@link org.simplexity.stage.evaluate.Main}. Depends on experiment and report;
 * nothing depends on it.
 */
@NullMarked
package org.simplexity.stage.evaluate;

import org.jspecify.annotations.NullMarked;
