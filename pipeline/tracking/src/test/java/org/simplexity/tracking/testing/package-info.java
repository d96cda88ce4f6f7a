/** A real MLflow server for tests, here and in modules that depend on this one's test jar. */
@NullMarked
package org.simplexity.tracking.testing;

import org.jspecify.annotations.NullMarked;
