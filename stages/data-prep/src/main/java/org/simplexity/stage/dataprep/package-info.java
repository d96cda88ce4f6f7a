/**
 * The stage that makes one checked file of train, validation and test images.
 *
 * <p>Entry type: {@link org.simplexity.stage.dataprep.Main}. Depends on data and experiment;
 * nothing depends on it.
 */
@NullMarked
package org.simplexity.stage.dataprep;

import org.jspecify.annotations.NullMarked;
