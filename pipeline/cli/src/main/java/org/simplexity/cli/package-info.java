/**
 * The commands behind {@code ./simplexity}.
 *
 * <p>Entry type: {@link org.simplexity.cli.Main}. A new command is a class with picocli's {@code
 * Command} annotation, named in {@link org.simplexity.cli.Commands}; nothing depends on this
 * package.
 */
@NullMarked
package org.simplexity.cli;

import org.jspecify.annotations.NullMarked;
