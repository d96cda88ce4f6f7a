package org.simplexity.data.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file to be had from several places.
 *
 * @param name file name in the cache
 * @param mirrors addresses, the preferred one first
 * @param verification how to know the right content
 */
record RemoteFile(String name, List<URI> mirrors, Verification verification) {
  RemoteFile {
    mirrors = List.copyOf(mirrors);
  }

  /** Compares a file with what is known of it. */
  @FunctionalInterface
  interface Verification {
    /** What is wrong with the file; empty if it is the right one. */
    Optional<String> complaint(Path file) throws IOException;
  }
}
