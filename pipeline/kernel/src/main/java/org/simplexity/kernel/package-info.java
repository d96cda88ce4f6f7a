/**
 * Networks as functions of flat vectors: (weights w, structure γ, batch) to (loss, ∂w, ∂γ).
 *
 * <p>Entry types: {@link org.simplexity.kernel.NetworkBuilder} describes a network, {@code Plan}
 * runs it. This module is the only place that calls ND4J; every other module may depend on it, it
 * depends on none.
 */
@NullMarked
package org.simplexity.kernel;

import org.jspecify.annotations.NullMarked;
