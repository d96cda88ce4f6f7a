package org.simplexity.tracking;

/**
 * A file or folder among the artifacts of a run.
 *
 * @param path path from the root of the run's artifacts
 * @param folder whether it is a folder
 * @param bytes size of a file; 0 for a folder
 */
public record ArtifactEntry(String path, boolean folder, long bytes) {}
