/** Tests of files of other libraries; the expected values come from those libraries. */
@org.jspecify.annotations.NullMarked
package org.simplexity.exchange;
