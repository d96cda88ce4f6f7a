package org.simplexity.method.autoencoder;

import org.simplexity.kernel.FlatVector;

/**
 * A vector that is fitted.
 *
 * @param name name in states
 * @param values the vector itself
 * @param gradient gradient of what is minimised
 */
record FittedVector(String name, FlatVector values, FlatVector gradient) {}
