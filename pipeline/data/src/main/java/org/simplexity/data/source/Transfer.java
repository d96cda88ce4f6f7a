package org.simplexity.data.source;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Fetches one address into one file, resuming by HTTP range requests (RFC 9110, §14). */
final class Transfer {
  private static final int BUFFER = 1 << 16;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final Patience patience;

  /**
   * How long to wait and how often to try.
   *
   * @param timeout longest silence of a server
   * @param retries further tries at one mirror
   * @param pause pause before the first of them, doubled for each further one
   */
  record Patience(Duration timeout, int retries, Duration pause) {
    static Patience defaults() {
      return new Patience(Duration.ofSeconds(20), 3, Duration.ofSeconds(1));
    }
  }

  Transfer(Patience patience) {
    this.patience = patience;
  }

  /** Appends what is missing of {@code from} to {@code part}. */
  void run(URI from, Path part, Progress progress) throws IOException {
    RetryPolicy<Object> policy =
        RetryPolicy.builder()
            .handle(IOException.class)
            .abortOn(FileNotFoundException.class)
            .withMaxRetries(patience.retries())
            .withBackoff(patience.pause().toMillis(), 60_000, ChronoUnit.MILLIS)
            .build();
    try {
      Failsafe.with(policy).run(() -> attempt(from, part, progress));
    } catch (FailsafeException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void attempt(URI from, Path part, Progress progress) throws IOException {
    long have = Files.exists(part) ? Files.size(part) : 0;
    HttpURLConnection connection = connect(from, have);
    try {
      int status = connection.getResponseCode();
      if (status == RANGE_NOT_SATISFIABLE && isWhole(connection, have)) {
        return;
      }
      if (status == RANGE_NOT_SATISFIABLE) {
        Files.delete(part);
        throw new IOException("the server has another file than the one begun");
      }
      checkStatus(status);
      boolean resumed = status == HttpURLConnection.HTTP_PARTIAL && startsAt(connection, have);
      copy(connection, part, resumed ? have : 0, progress);
    } finally {
      connection.disconnect();
    }
  }

  private HttpURLConnection connect(URI from, long have) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) from.toURL().openConnection();
    int timeout = (int) patience.timeout().toMillis();
    connection.setConnectTimeout(timeout);
    connection.setReadTimeout(timeout);
    connection.setRequestProperty("Accept-Encoding", "identity");
    if (have > 0) {
      connection.setRequestProperty("Range", "bytes=" + have + "-");
    }
    return connection;
  }

  private static void checkStatus(int status) throws IOException {
    if (status >= 400 && status < 500 && status != 408 && status != 429) {
      throw new FileNotFoundException("HTTP status " + status);
    }
    if (status != HttpURLConnection.HTTP_OK && status != HttpURLConnection.HTTP_PARTIAL) {
      throw new IOException("HTTP status " + status);
    }
  }

  private static boolean startsAt(HttpURLConnection connection, long have) {
    String range = connection.getHeaderField("Content-Range");
    return range != null && range.startsWith("bytes " + have + "-");
  }

  private static boolean isWhole(HttpURLConnection connection, long have) {
    return ("bytes */" + have).equals(connection.getHeaderField("Content-Range"));
  }

  private static void copy(HttpURLConnection connection, Path part, long have, Progress progress)
      throws IOException {
    long length = connection.getContentLengthLong();
    long total = length < 0 ? 0 : have + length;
    long done = have;
    try (InputStream in = connection.getInputStream();
        OutputStream out = open(part, have)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        done += read;
        progress.report(done, total, "byte", "downloading " + connection.getURL());
      }
    }
    if (done < total) {
      throw new IOException("the connection was cut after %s of %s bytes".formatted(done, total));
    }
  }

  private static OutputStream open(Path part, long have) throws IOException {
    return Files.newOutputStream(
        part,
        StandardOpenOption.CREATE,
        have > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }
}
