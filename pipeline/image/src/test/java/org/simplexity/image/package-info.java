/** Tests of the layout of images, on real libraries. */
package org.simplexity.image;
