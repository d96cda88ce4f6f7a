package org.simplexity.tracking;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.mlflow.api.proto.Service.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run whose every call is a line in its journal; a {@link Sender} carries them on. */
final class JournalledRun implements TrackedRun {
  private static final Logger log = LoggerFactory.getLogger(JournalledRun.class);
  private final String id;
  private final URI page;
  private final Timeouts timeouts;
  private final Journal journal;
  private final Sender sender;
  private final RunEnd end;
  private final Map<String, String> parameters;
  private final Map<String, DatasetContext> datasets = new ConcurrentHashMap<>();
  private final LoggedTables tables;
  private final AtomicBoolean finished = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Sets a run's status without the journal. */
  @FunctionalInterface
  interface RunEnd extends Consumer<RunStatus> {}

  JournalledRun(Run run, URI page, Timeouts timeouts, Journal journal, Sender sender, RunEnd end) {
    this.id = run.getInfo().getRunId();
    this.page = page;
    this.timeouts = timeouts;
    this.journal = journal;
    this.sender = sender;
    this.end = end;
    this.parameters = new HashMap<>(Runs.parameters(run));
    this.tables = new LoggedTables(Runs.tags(run).get(LoggedTables.TAG));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public URI page() {
    return page;
  }

  @Override
  public void parameters(Map<String, String> values) {
    values.keySet().forEach(key -> Names.require("parameter", key));
    Map<String, String> fitting = LongValues.PARAMETERS.fit(values);
    synchronized (parameters) {
      fitting.forEach(this::requireUnchanged);
      parameters.putAll(fitting);
    }
    LongValues.PARAMETERS.whole(values).forEach((path, text) -> artifact(path, text, "text/plain"));
    append(new Entry.Parameters(fitting));
  }

  private void requireUnchanged(String key, String value) {
    String before = parameters.getOrDefault(key, value);
    if (!before.equals(value)) {
      throw new IllegalArgumentException(
          "parameter "
              + key
              + " of run "
              + id
              + " is \""
              + before
              + "\" and cannot become \""
              + value
              + "\"; log the new value to a new run");
    }
  }

  @Override
  public void metric(String key, double value, long step) {
    metrics(Map.of(key, value), step);
  }

  @Override
  public void metrics(Map<String, Double> values, long step) {
    values.keySet().forEach(key -> Names.require("metric", key));
    append(new Entry.Metrics(System.currentTimeMillis(), step, values));
  }

  @Override
  public void tags(Map<String, String> values) {
    values.keySet().forEach(key -> Names.require("tag", key));
    LongValues.TAGS.whole(values).forEach((path, text) -> artifact(path, text, "text/plain"));
    append(new Entry.Tags(LongValues.TAGS.fit(values)));
  }

  @Override
  public void dataset(DatasetInput dataset) {
    DatasetContext before =
        datasets.putIfAbsent(dataset.name() + "\n" + dataset.digest(), dataset.context());
    if (before != null && before != dataset.context()) {
      throw new IllegalArgumentException(
          "data set "
              + dataset.name()
              + " with digest "
              + dataset.digest()
              + " is logged as "
              + before.word()
              + " already; as "
              + dataset.context().word()
              + " it needs another name, such as "
              + dataset.name()
              + "/"
              + dataset.context().word());
    }
    append(new Entry.Data(dataset));
  }

  @Override
  public void artifact(String path, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "artifact " + path + ": " + file.toAbsolutePath() + " is not a file");
    }
    String guess = URLConnection.guessContentTypeFromName(path);
    try (InputStream content = Files.newInputStream(file)) {
      spool(path, content, guess == null ? "application/octet-stream" : guess);
    } catch (IOException e) {
      throw new TrackingException(
          "artifact " + path + ": cannot read " + file + ": " + Disk.reason(e), e);
    }
  }

  @Override
  public void artifact(String path, byte[] content, String contentType) {
    spool(path, new ByteArrayInputStream(content), contentType);
  }

  private void spool(String path, InputStream content, String contentType) {
    Names.requirePath(path);
    requireOpen();
    append(new Entry.Artifact(path, journal.spool().put(content), contentType));
  }

  @Override
  public void table(String path, Table table) {
    if (!path.endsWith(".json")) {
      throw new IllegalArgumentException(
          "a table's path must end in .json, got \"" + path + "\"; nearest: \"" + path + ".json\"");
    }
    artifact(path, LoggedTables.content(table), "application/json");
    tags(Map.of(LoggedTables.TAG, tables.add(path)));
  }

  @Override
  public void flush() {
    requireOpen();
    sender.await(journal.written(), timeouts.outage());
  }

  @Override
  public void finish(RunStatus status) {
    if (!status.ended()) {
      throw new IllegalArgumentException(
          "a run ends FINISHED, FAILED or KILLED, not " + status + "; use close() to let go of it");
    }
    if (sender.refusal() != null && status != RunStatus.FINISHED) {
      log.error("run {} is incomplete", id, sender.refusal());
      end.accept(status);
    } else {
      append(new Entry.End(status, System.currentTimeMillis()));
      sender.await(journal.written(), timeouts.outage());
    }
    finished.set(true);
    close();
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    if (sender.refusal() == null) {
      try {
        sender.await(journal.written(), timeouts.request());
      } catch (TrackingException e) {
        log.warn("{}", e.getMessage());
      }
    }
    sender.stop();
    journal.close();
  }

  /** Whether this process writes it no longer. */
  boolean isClosed() {
    return closed.get();
  }

  private void append(Entry entry) {
    requireOpen();
    TrackingException refusal = sender.refusal();
    if (refusal != null) {
      throw refusal;
    }
    journal.append(entry);
    sender.wake();
  }

  private void requireOpen() {
    if (finished.get() || closed.get()) {
      throw new IllegalStateException("run " + id + " is finished or closed");
    }
  }
}
