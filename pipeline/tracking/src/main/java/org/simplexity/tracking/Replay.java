package org.simplexity.tracking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the journals that dead processes have left behind. One that is damaged, or that the server
 * refuses for good (its run was deleted, say), is set aside and told in the log; the others go on.
 */
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
        send(left.get(), files).ifPresent(runs::add);
      }
    }
    return List.copyOf(runs);
  }

  private Optional<String> send(Journal left, JournalFiles files) throws IOException {
    try (Journal journal = left) {
      Entry.Head head = journal.head();
      if (!head.server().equals(address.base())) {
        return Optional.empty();
      }
      sendAll(journal, head);
      return Optional.of(head.run());
    } catch (TrackingException e) {
      if (e.getCause() instanceof IOException cause && Refusal.mayPass(cause)) {
        throw e;
      }
      return setAside(left, files, e);
    } catch (IOException e) {
      return setAside(left, files, e);
    }
  }

  private void sendAll(Journal journal, Entry.Head head) throws IOException {
    List<Journal.Line> lines = journal.pending();
    while (!lines.isEmpty()) {
      List<Journal.Line> next = lines;
      String what = "send what is left of run " + head.run();
      long arrived = patience.ask(what, () -> delivery.send(head, next, journal.spool()));
      journal.arrived(arrived);
      lines = Journal.after(arrived, lines);
      if (lines.isEmpty()) {
        lines = journal.pending();
      }
    }
  }

  private static Optional<String> setAside(Journal journal, JournalFiles files, Exception why)
      throws IOException {
    log.error("set aside as {}: {}", files.refused(), why.getMessage());
    journal.setAside();
    return Optional.empty();
  }
}
