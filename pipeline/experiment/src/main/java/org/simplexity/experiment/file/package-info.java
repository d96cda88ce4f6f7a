/**
 * Strict reading of experiment files: YAML to validated records, every mistake at once.
 *
 * <p>Entry type: {@link org.simplexity.experiment.file.ExperimentFile}. Keys are {@code
 * snake_case}, record components {@code camelCase}; a missing key takes the value of the record's
 * static {@code defaults()}. Constants of an enum are written in lower case, words joined by {@code
 * -} (an enum that overrides {@code toString()} is written as that says); {@code _} is accepted for
 * {@code -}.
 */
@NullMarked
package org.simplexity.experiment.file;

import org.jspecify.annotations.NullMarked;
