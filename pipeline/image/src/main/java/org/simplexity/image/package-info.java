/**
 * What container images are made with: {@link org.simplexity.image.ImageLayout} sorts {@code dist/}
 * into layers with the native libraries as plain files, {@link org.simplexity.image.NativeHealth}
 * computes with them and compares with numbers by hand.
 */
@NullMarked
package org.simplexity.image;

import org.jspecify.annotations.NullMarked;
