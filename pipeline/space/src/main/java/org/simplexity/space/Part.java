package org.simplexity.space;

import org.simplexity.kernel.Shape;

/**
 * A part of a network that is named and counted on its own: stem, a cell, classifier.
 *
 * @param scope what the names of its weights begin with, such as {@code cells.0}
 * @param kind what it is, such as {@code normal cell}
 * @param output shape of its output for one image
 */
public record Part(String scope, String kind, Shape output) {}
