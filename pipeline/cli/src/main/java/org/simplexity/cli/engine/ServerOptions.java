package org.simplexity.cli.engine;

import java.net.URI;
import java.nio.file.Path;
import org.simplexity.experiment.stage.Connection;
import org.simplexity.tracking.Tracker;
import picocli.CommandLine.Option;

/** Where an engine's command finds the tracking server, and where it may write. */
final class ServerOptions {
  @Option(
      names = "--tracking-uri",
      required = true,
      paramLabel = "URL",
      description = "tracking server")
  @SuppressWarnings("NullAway.Init")
  private URI trackingUri;

  @Option(
      names = "--work",
      required = true,
      paramLabel = "DIR",
      description = "folder for the journal and files fetched")
  @SuppressWarnings("NullAway.Init")
  private Path work;

  Tracker tracker() {
    return Connection.open(trackingUri, work);
  }

  Path work() {
    return work;
  }
}
