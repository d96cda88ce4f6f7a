package org.simplexity.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simplexity.tracking.TrackingException;

/**
 * Which tracking server a command uses: the one asked for, else that of {@code
 * MLFLOW_TRACKING_URI}, else the local one, which the launcher starts unless it runs already.
 */
public final class TrackingServer {
  private static final String ADDRESS = "MLFLOW_TRACKING_URI";
  private static final String HOME = "SIMPLEXITY_HOME";

  private final Map<String, String> environment;
  private final PrintWriter messages;

  /**
   * Looks into an environment.
   *
   * @param environment variables of the process
   * @param messages where to say that a server is started
   */
  public TrackingServer(Map<String, String> environment, PrintWriter messages) {
    this.environment = Map.copyOf(environment);
    this.messages = messages;
  }

  /**
   * The server's address.
   *
   * @param asked address from the command line, or null
   * @throws TrackingException if there is no server and none can be started
   * @throws IOException if the launcher cannot be run
   * @throws InterruptedException if the wait for the local server was interrupted
   */
  public URI address(@Nullable URI asked) throws IOException, InterruptedException {
    String named = environment.getOrDefault(ADDRESS, "");
    if (asked != null) {
      return asked;
    }
    return named.isBlank() ? local() : URI.create(named.strip());
  }

  private URI local() throws IOException, InterruptedException {
    String home = environment.get(HOME);
    if (home == null) {
      throw new TrackingException(
          "no tracking server is named: set " + ADDRESS + " or give --tracking-uri", null);
    }
    Process launcher =
        new ProcessBuilder(home + "/simplexity", "mlflow", "up")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (launcher.waitFor() != 0) {
      throw new TrackingException(
          "the local tracking server did not start; mend what is said above, or name another server"
              + " with "
              + ADDRESS
              + " or --tracking-uri",
          null);
    }
    URI address = URI.create(said.strip());
    messages.println("simplexity: tracking in the local MLflow server, " + address);
    messages.flush();
    return address;
  }
}
