/**
 * Named arrays in files that NumPy reads.
 *
 * <p>Entry type: {@link org.simplexity.kernel.archive.NumpyArchive}. Depends on nothing. Format:
 * NumPy Enhancement Proposal 1, version 1.0 of {@code .npy}, gathered in a zip as {@code
 * numpy.savez} does.
 */
@NullMarked
package org.simplexity.kernel.archive;

import org.jspecify.annotations.NullMarked;
