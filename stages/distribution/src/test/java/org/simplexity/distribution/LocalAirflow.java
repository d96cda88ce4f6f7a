package org.simplexity.distribution;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The Airflow that {@code ./simplexity airflow up} starts, with a store, a port and experiments of
 * its own. Without its virtual environment tests are skipped, or fail where {@code
 * SIMPLEXITY_REQUIRE_SERVERS} is set.
 */
final class LocalAirflow implements AutoCloseable {
  private static final String HOW =
      "there is no Airflow: ./simplexity test makes its environment, or set SIMPLEXITY_AIRFLOW_VENV";

  private static final int SERVER_MINUTES = 6;

  private final Path store;
  private final int port;
  private final Map<String, String> environment = new HashMap<>();

  LocalAirflow(Path folder, URI tracking, Path experiments) throws IOException {
    this.store = folder.resolve("airflow");
    this.port = freePort();
    environment.put("MLFLOW_TRACKING_URI", tracking.toString());
    environment.put("SIMPLEXITY_AIRFLOW_VENV", venv().toString());
    environment.put("SIMPLEXITY_EXPERIMENTS", experiments.toString());
    environment.put("SIMPLEXITY_WORK", folder.resolve("airflow-work").toString());
    environment.put(
        "SIMPLEXITY_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
  }

  /** Starts it, or what of it does not run. */
  void up() throws IOException, InterruptedException {
    String[] words = {"--port", Integer.toString(port), "--store", store.toString()};
    Shell.Outcome outcome = server("up", words);
    if (outcome.code() != 0) {
      throw new AssertionError("airflow up said: " + outcome.output() + outcome.errors());
    }
  }

  /** Ends one of its processes as the machine's out-of-memory killer would. */
  void kill(String component) throws IOException {
    Path note = store.resolve(component + ".json");
    long pid = new ObjectMapper().readTree(note.toFile()).path("pid").asLong();
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Its address. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Variables of a client: the file with the password of its only user. */
  Map<String, String> client() {
    return Map.of("SIMPLEXITY_AIRFLOW_CREDENTIALS", store.resolve("credentials.json").toString());
  }

  /** Where tasks keep checkpoints and caches. */
  Path work() {
    return Path.of(environment.get("SIMPLEXITY_WORK"));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    server("down", "--store", store.toString());
  }

  private Shell.Outcome server(String action, String... options)
      throws IOException, InterruptedException {
    String[] words = new String[options.length + 2];
    words[0] = Checkout.ROOT.resolve("dags/server").toString();
    words[1] = action;
    System.arraycopy(options, 0, words, 2, options.length);
    return new Shell(Checkout.ROOT, environment).withPatience(SERVER_MINUTES).run(words);
  }

  private static Path venv() {
    Path here =
        Optional.ofNullable(System.getenv("SIMPLEXITY_AIRFLOW_VENV"))
            .map(Path::of)
            .orElse(Checkout.ROOT.resolve(".airflow"));
    if (!Files.isExecutable(here.resolve("bin/airflow"))) {
      if (System.getenv("SIMPLEXITY_REQUIRE_SERVERS") != null) {
        throw new IllegalStateException(HOW);
      }
      Assumptions.abort(HOW);
    }
    return here;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
