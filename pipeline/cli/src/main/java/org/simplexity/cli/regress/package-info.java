/**
 * {@code ./simplexity regress}: an experiment is run and compared with a named baseline.
 *
 * <p>Entry type: {@link org.simplexity.cli.regress.RegressCommand}. How things are compared stands
 * in {@code org.simplexity.regression}.
 */
@NullMarked
package org.simplexity.cli.regress;

import org.jspecify.annotations.NullMarked;
