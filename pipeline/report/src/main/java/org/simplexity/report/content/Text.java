package org.simplexity.report.content;

/**
 * Paragraphs.
 *
 * @param text plain text; an empty line begins a new paragraph
 */
public record Text(String text) implements Block {}
