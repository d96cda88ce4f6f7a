/**
 * Which metrics a candidate is held to, which way they improve and what is tolerated.
 *
 * <p>Entry type: {@link org.simplexity.regression.metric.MetricRules}, where every default stands.
 */
@NullMarked
package org.simplexity.regression.metric;

import org.jspecify.annotations.NullMarked;
