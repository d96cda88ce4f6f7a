/**
 * One-sided tests of whether a mean got worse by more than a tolerance, and Holm's correction.
 *
 * <p>Entry types: {@link org.simplexity.regression.statistics.WorseningTest} and {@link
 * org.simplexity.regression.statistics.Holm}. Depends on nothing but Hipparchus.
 */
@NullMarked
package org.simplexity.regression.statistics;

import org.jspecify.annotations.NullMarked;
