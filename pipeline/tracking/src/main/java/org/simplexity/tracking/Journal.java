package org.simplexity.tracking;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one process logs to one run: lines of JSON, only ever appended, and how far they have
 * arrived at the server.
 *
 * <p>An appended line survives the death of the process at once, and that of the machine after
 * {@link #force}. Only whole lines count: a torn last one is as if never written. A living process
 * holds a lock on its journals. Safe for one thread that reads and several that append.
 */
final class Journal implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Journal.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 1 << 18;

  /** An entry and the offset after it. */
  record Line(Entry entry, long end) {}

  private final JournalFiles files;
  private final RandomAccessFile file;
  private final Disk disk;
  private final Spool spool;
  private long written;
  private volatile long arrived;

  private Journal(JournalFiles files, Disk disk) throws IOException {
    this.files = files;
    this.file = new RandomAccessFile(files.journal().toFile(), "rw");
    this.disk = disk;
    this.spool = new Spool(files.spool(), disk);
  }

  /** A new journal that begins with its head. */
  static Journal create(Path folder, Entry.Head head, Disk disk) {
    JournalFiles files = JournalFiles.fresh(folder, head.run());
    try {
      Files.createDirectories(folder);
      Journal journal = new Journal(files, disk);
      journal.lock();
      journal.begin(head);
      return journal;
    } catch (IOException e) {
      throw Disk.failure("make the journal", files.journal(), e);
    }
  }

  private void begin(Entry.Head head) throws IOException {
    try {
      append(head);
    } catch (TrackingException e) {
      delete();
      throw e;
    }
  }

  /**
   * The journal of a dead process; empty if its process lives, another one has taken it over, or it
   * died before the head.
   */
  static Optional<Journal> takeOver(JournalFiles files) throws IOException {
    Journal journal = new Journal(files, Disk.REAL);
    if (!journal.lock() || !Files.exists(files.journal())) {
      journal.file.close();
      return Optional.empty();
    }
    journal.written = journal.endOfLastLine();
    journal.arrived = Math.min(journal.written, readArrived(files.arrived()));
    if (journal.written == 0) {
      journal.delete();
      return Optional.empty();
    }
    return Optional.of(journal);
  }

  private boolean lock() throws IOException {
    try {
      FileLock lock = file.getChannel().tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // another thread of this process holds it
    }
  }

  /** Appends one line, whole or not at all, and returns the offset after it. */
  synchronized long append(Entry entry) {
    try {
      byte[] line = (JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
      file.seek(written);
      disk.write(file, line, line.length);
      written += line.length;
      return written;
    } catch (IOException e) {
      takeBack();
      throw Disk.failure("write the journal", files.journal(), e);
    }
  }

  private void takeBack() {
    try {
      file.setLength(written);
    } catch (IOException e) {
      log.debug("cannot take back a torn line of {}", files.journal(), e);
    }
  }

  /** The first line. */
  Entry.Head head() throws IOException {
    List<Line> lines = lines(0);
    if (lines.get(0).entry() instanceof Entry.Head head) {
      return head;
    }
    throw new IOException(files.journal() + " does not begin with its head");
  }

  /** Some lines that have not arrived yet, in order; empty if all have. */
  List<Line> pending() throws IOException {
    return lines(arrived);
  }

  /** Those of some lines that lie after an offset. */
  static List<Line> after(long offset, List<Line> lines) {
    return lines.stream().filter(line -> line.end() > offset).toList();
  }

  private List<Line> lines(long from) throws IOException {
    long size = Math.min(PAGE, written() - from);
    byte[] page = page(from, size);
    while (lastBreak(page) < 0 && size < written() - from) {
      size = Math.min(2 * size, written() - from);
      page = page(from, size);
    }
    return parse(page, from);
  }

  private synchronized byte[] page(long from, long size) throws IOException {
    byte[] page = new byte[Math.toIntExact(size)];
    file.seek(from);
    file.readFully(page);
    return page;
  }

  private static int lastBreak(byte[] page) {
    for (int i = page.length - 1; i >= 0; i--) {
      if (page[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private List<Line> parse(byte[] page, long from) throws IOException {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < page.length; i++) {
      if (page[i] == '\n') {
        lines.add(new Line(entry(page, start, i, from), from + i + 1));
        start = i + 1;
      }
    }
    return lines;
  }

  private Entry entry(byte[] page, int start, int end, long from) throws IOException {
    try {
      return JSON.readValue(page, start, end - start, Entry.class);
    } catch (IOException e) {
      throw new IOException(
          "journal " + files.journal() + " is damaged at byte " + (from + start), e);
    }
  }

  private long endOfLastLine() throws IOException {
    long end = file.length();
    while (end > 0) {
      long from = Math.max(0, end - PAGE);
      int last = lastBreak(page(from, end - from));
      if (last >= 0) {
        return from + last + 1;
      }
      end = from;
    }
    return 0;
  }

  /** Notes that everything before an offset has arrived. */
  void arrived(long offset) {
    arrived = offset;
    try {
      Files.writeString(files.arrived(), String.format(Locale.ROOT, "%020d", offset));
    } catch (IOException e) {
      log.debug("cannot note what has arrived; it would be sent again after a crash", e);
    }
  }

  private static long readArrived(Path file) {
    try {
      return Long.parseLong(Files.readString(file).strip());
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  /** Offset after the last line. */
  synchronized long written() {
    return written;
  }

  /** Offset before which everything has arrived. */
  long arrived() {
    return arrived;
  }

  Spool spool() {
    return spool;
  }

  Path file() {
    return files.journal();
  }

  /** Makes everything appended so far survive the death of the machine. */
  void force() throws IOException {
    file.getFD().sync();
  }

  /** Lets go of the file, for a later process to take over; deletes it if all has arrived. */
  @Override
  public void close() {
    try {
      if (arrived >= written()) {
        delete();
      } else {
        force();
        file.close();
      }
    } catch (IOException e) {
      log.warn("cannot close the journal {}", files.journal(), e);
    }
  }

  /** Keeps the files but hides them from later processes. */
  void setAside() throws IOException {
    file.close();
    Files.move(files.journal(), files.refused());
    arrived = written();
  }

  /** Deletes the journal while it is locked where the system allows that, so that none takes it. */
  private void delete() throws IOException {
    boolean gone = files.journal().toFile().delete();
    file.close();
    spool.delete();
    Files.deleteIfExists(files.arrived());
    if (!gone) {
      Files.deleteIfExists(files.journal());
    }
  }
}
