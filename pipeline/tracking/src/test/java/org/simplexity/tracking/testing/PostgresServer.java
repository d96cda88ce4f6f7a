package org.simplexity.tracking.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * A real PostgreSQL, from binaries that Maven fetches, on a free port and in a temporary folder. It
 * refuses to run as root; there it gets a user namespace of its own ({@code unshare -U}).
 */
final class PostgresServer implements AutoCloseable {
  private final EmbeddedPostgres postgres;

  private PostgresServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts one with an empty database. */
  static PostgresServer start() {
    try {
      return new PostgresServer(
          EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its address, as SQLAlchemy reads it. */
  String uri() {
    return "postgresql://postgres:postgres@127.0.0.1:%d/postgres".formatted(postgres.getPort());
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
