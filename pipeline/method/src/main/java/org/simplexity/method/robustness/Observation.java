package org.simplexity.method.robustness;

/**
 * The accuracy at one level in one draw.
 *
 * @param level amount of the disturbance; 0 for none
 * @param draw repetition, from 1; at level 0 there is one
 * @param accuracy share of images that are recognised
 */
public record Observation(double level, int draw, double accuracy) {}
