/**
 * What the weights of a network are: a point or a distribution, generated or not from a complexity
 * λ by a hypernetwork; and how a family of networks over λ is fitted.
 *
 * <p>Entry types: {@link org.simplexity.method.weights.FamilySettings} and {@link
 * org.simplexity.method.weights.FamilyTraining}. Depends on kernel, data and space; stages depend
 * on it. Follows the document on hypernetworks and pruning.
 */
@NullMarked
package org.simplexity.method.weights;

import org.jspecify.annotations.NullMarked;
