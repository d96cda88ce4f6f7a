package org.simplexity.exchange.dl4j;

import java.nio.file.Path;
import org.simplexity.exchange.ExchangeException;

/**
 * Where in a file something stands, for messages.
 *
 * @param file the file
 * @param layer name of the layer
 */
record Place(Path file, String layer) {
  /** What is not supported, and what is. */
  ExchangeException unsupported(String what, String supported) {
    return wrong("%s; supported: %s".formatted(what, supported));
  }

  /** What does not fit. */
  ExchangeException wrong(String what) {
    return new ExchangeException("%s: layer '%s' %s".formatted(file, layer, what));
  }
}
