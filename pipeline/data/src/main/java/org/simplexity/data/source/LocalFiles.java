package org.simplexity.data.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.simplexity.data.DataException;

/**
 * Files of a data set in a folder of the user's: in it, or in its folder named like the set.
 *
 * @param folder what {@code data.from} names
 * @param set name of the data set
 */
record LocalFiles(Path folder, String set) {
  /**
   * The first of several names that exists.
   *
   * @throws DataException if none does, naming all places
   */
  Path find(List<String> names) {
    return lookUp(names)
        .orElseThrow(
            () ->
                new DataException(
                    "data.from: found neither of %s in %s or %s"
                        .formatted(names, folder, folder.resolve(set))));
  }

  /** The first of several names that exists. */
  Optional<Path> lookUp(List<String> names) {
    return List.of(folder.resolve(set), folder).stream()
        .flatMap(place -> names.stream().map(place::resolve))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
