/**
 * A finished network in every format at once.
 *
 * <p>Entry type: {@link org.simplexity.exchange.file.NetworkFiles}. Depends on the packages of the
 * formats.
 */
@NullMarked
package org.simplexity.exchange.file;

import org.jspecify.annotations.NullMarked;
