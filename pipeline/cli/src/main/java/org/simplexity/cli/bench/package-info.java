/**
 * Measurements of the product itself: {@code ./simplexity bench}.
 *
 * <p>Entry type: {@link org.simplexity.cli.bench.BenchCommand}. Times the steps that searches and
 * trainings are made of, on random images; comparisons with other programs are under {@code
 * benchmarks/}. Nothing but the command line depends on this package.
 */
@NullMarked
package org.simplexity.cli.bench;

import org.jspecify.annotations.NullMarked;
