/** Finished runs for tests of the stages, in modules that depend on this one's test jar. */
@NullMarked
package org.simplexity.experiment.testing;

import org.jspecify.annotations.NullMarked;
