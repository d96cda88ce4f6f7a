package org.simplexity.method.family;

import org.simplexity.kernel.Network;
import org.simplexity.method.NetworkWeights;
import org.simplexity.method.Score;

/**
 * A discrete network with the weights of a search.
 *
 * @param network network
 * @param weights its weights, and running statistics of its own
 * @param score its score on validation images
 */
public record InheritedNetwork(Network network, NetworkWeights weights, Score score) {}
