/**
 * Networks out of a family of structures: {@code ./simplexity family}.
 *
 * <p>Entry type: {@link org.simplexity.cli.family.FamilyCommand}. Depends on families of
 * structures, exchange formats and the tracker. Follows vector complexity.
 */
@NullMarked
package org.simplexity.cli.family;

import org.jspecify.annotations.NullMarked;
