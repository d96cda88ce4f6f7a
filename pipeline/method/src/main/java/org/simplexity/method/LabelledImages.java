package org.simplexity.method;

import org.simplexity.data.Augmentation;
import org.simplexity.data.PreparedImages;

/**
 * Prepared images with the random changes that training sees.
 *
 * @param prepared splits and statistics
 * @param augmentation random changes of training batches
 */
public record LabelledImages(PreparedImages prepared, Augmentation augmentation) {}
