package org.simplexity.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of one journal: {@code RUN.PROCESS.jsonl}, the offset up to which it has arrived beside
 * it ({@code .arrived}), and the folder of its spooled artifacts ({@code .files}).
 *
 * @param journal the journal itself
 */
record JournalFiles(Path journal) {
  private static final String SUFFIX = ".jsonl";

  /** Tells the journals of this process from those of others, also where all have process id 1. */
  private static final String PROCESS = UUID.randomUUID().toString().substring(0, 8);

  /** New names in a folder for a run. */
  static JournalFiles fresh(Path folder, String run) {
    String unique =
        String.format(Locale.ROOT, "%s.%s.%x", run, PROCESS, UUID.randomUUID().hashCode());
    return new JournalFiles(folder.resolve(unique + SUFFIX));
  }

  /** Journals in a folder that other processes made, living or dead, by name. */
  static List<JournalFiles> ofOthers(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .filter(file -> !file.getFileName().toString().contains("." + PROCESS + "."))
          .sorted()
          .map(JournalFiles::new)
          .toList();
    }
  }

  Path arrived() {
    return beside(".arrived");
  }

  /** Name under which a journal is kept that the server refuses. */
  Path refused() {
    return beside(SUFFIX + ".refused");
  }

  Path spool() {
    return beside(".files");
  }

  private Path beside(String suffix) {
    String name = journal.getFileName().toString();
    return journal.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + suffix);
  }
}
