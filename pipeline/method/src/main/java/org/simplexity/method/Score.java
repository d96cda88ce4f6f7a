package org.simplexity.method;

/**
 * Mean cross-entropy and share of right answers over some images.
 *
 * @param loss mean cross-entropy in nats
 * @param accuracy share of images whose largest logit is that of their class
 */
public record Score(double loss, double accuracy) {}
