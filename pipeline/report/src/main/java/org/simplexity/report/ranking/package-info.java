/**
 * Which of the variants of an experiment is best, by the figures that its runs ended with.
 *
 * <p>Entry types: {@link org.simplexity.report.ranking.Winner} and {@link
 * org.simplexity.report.ranking.Variant}. Depends on the stage contract; the stages that compare
 * runs depend on it.
 */
@NullMarked
package org.simplexity.report.ranking;

import org.jspecify.annotations.NullMarked;
