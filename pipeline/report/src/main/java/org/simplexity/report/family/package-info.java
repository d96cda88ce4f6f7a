/**
 * What families of structures give beside single searches.
 *
 * <p>Entry type: {@link org.simplexity.report.family.ParetoFront}. Depends on the contents of
 * reports only. Follows vector complexity.
 */
@NullMarked
package org.simplexity.report.family;

import org.jspecify.annotations.NullMarked;
