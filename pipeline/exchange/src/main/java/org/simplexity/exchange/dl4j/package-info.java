/**
 * Networks as DL4J's zip files.
 *
 * <p>Entry types: {@link org.simplexity.exchange.dl4j.Dl4jGraph} writes finished networks as
 * computation graphs of standard layers and reads graphs and multi-layer networks of supported
 * layers into the kernel; {@link org.simplexity.exchange.dl4j.Dl4jEvaluator} runs a zip in DL4J
 * itself. Format: that of DL4J's {@code ModelSerializer}, 1.0.0-M2.1.
 */
@NullMarked
package org.simplexity.exchange.dl4j;

import org.jspecify.annotations.NullMarked;
