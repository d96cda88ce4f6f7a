/**
 * Search methods over flat vectors: structure parameters, bilevel search, discretisation, training.
 *
 * <p>Entry types: {@link org.simplexity.method.SearchSettings} and {@link
 * org.simplexity.method.TrainingSettings}. Depends on kernel, data and space; stages and experiment
 * files depend on it. Follows Liu, Simonyan, Yang, <em>DARTS</em>, ICLR 2019.
 */
@NullMarked
package org.simplexity.method;

import org.jspecify.annotations.NullMarked;
