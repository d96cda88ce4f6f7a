package org.simplexity.tracking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the journals that dead processes have left behind. */
final class Replay {
  private static final Logger log = LoggerFactory.getLogger(Replay.class);
  private final Address address;
  private final Delivery delivery;
  private final Patience patience;

  Replay(Address address, Delivery delivery, Patience patience) {
    this.address = address;
    this.delivery = delivery;
    this.patience = patience;
  }

  /** Sends every journal in a folder and returns the ids of their runs. */
  List<String> all(Path folder) throws IOException {
    Set<String> runs = new TreeSet<>();
    for (JournalFiles files : JournalFiles.ofOthers(folder)) {
      Optional<Journal> left = Journal.takeOver(files);
      if (left.isPresent()) {
        try (Journal journal = left.get()) {
          Entry.Head head = journal.head();
          if (head.server().equals(address.base()) && send(journal, head)) {
            runs.add(head.run());
          }
        }
      }
    }
    return List.copyOf(runs);
  }

  private boolean send(Journal journal, Entry.Head head) throws IOException {
    try {
      List<Journal.Line> lines = journal.pending();
      while (!lines.isEmpty()) {
        List<Journal.Line> next = lines;
        String what = "send what is left of run " + head.run();
        journal.arrived(patience.ask(what, () -> delivery.send(head, next, journal.spool())));
        lines = journal.pending();
      }
      return true;
    } catch (TrackingException e) {
      if (e.getCause() instanceof Refusal refusal && !refusal.passing()) {
        log.error("journal {} is refused and stays: {}", journal.file(), e.getMessage());
        return false;
      }
      throw e;
    }
  }
}
