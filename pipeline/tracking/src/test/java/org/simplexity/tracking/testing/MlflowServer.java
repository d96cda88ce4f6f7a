package org.simplexity.tracking.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real MLflow server, one for all tests of a JVM: {@code @ExtendWith(MlflowServer.class)} and a
 * parameter of this type, of a test method or constructor.
 *
 * <p>It runs with the Python that {@code SIMPLEXITY_PYTHON} names, or the repository's {@code
 * .venv}. Without either, tests are skipped, or fail where {@code CI} or {@code
 * SIMPLEXITY_REQUIRE_SERVERS} is set. {@link #stop} and {@link #start} make an outage.
 *
 * <p>Its runs lie in SQLite; those of test classes that are {@link OnPostgres} on a server of their
 * own with PostgreSQL.
 */
public final class MlflowServer implements BeforeAllCallback, ParameterResolver, AutoCloseable {
  private static final String HOW =
      "no Python with MLflow: make .venv with python3 -m venv .venv && .venv/bin/pip install"
          + " --require-hashes -r mlflow/requirements.lock, or set SIMPLEXITY_PYTHON";
  private final Path repository = repository();
  private final int port = freePort();
  private final Path store = temporary();

  private final @Nullable PostgresServer database;

  /** Made by JUnit. */
  public MlflowServer() {
    this(null);
  }

  private MlflowServer(@Nullable PostgresServer database) {
    this.database = database;
  }

  /** Address of the server, the same over outages. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Folder of its database, artifacts and log. */
  public Path store() {
    return store;
  }

  /** Starts the server on its port and store, or does nothing if it runs. */
  public void start() {
    Optional<Path> python = python();
    if (python.isEmpty()) {
      if (isRequired()) {
        throw new IllegalStateException(HOW);
      }
      Assumptions.abort(HOW);
    }
    command("up", "--port", Integer.toString(port), "--python", python.get().toString());
  }

  /** Stops the server as an outage would; its store stays. */
  public void stop() {
    command("down");
  }

  /** Stops the server and deletes its store. */
  @Override
  public void close() {
    stop();
    if (database != null) {
      database.close();
    }
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    shared(context).start();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == MlflowServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shared(context);
  }

  private static MlflowServer shared(ExtensionContext context) {
    boolean postgres = context.getRequiredTestClass().isAnnotationPresent(OnPostgres.class);
    return context
        .getRoot()
        .getStore(Namespace.create(MlflowServer.class))
        .computeIfAbsent(
            postgres ? OnPostgres.class : MlflowServer.class,
            key -> new MlflowServer(postgres ? PostgresServer.start() : null),
            MlflowServer.class);
  }

  /** The Python that runs MLflow in tests, if there is one. */
  public static Optional<Path> python() {
    String named = System.getenv("SIMPLEXITY_PYTHON");
    Path python =
        named == null || named.isBlank()
            ? repository().resolve(".venv/bin/python")
            : Path.of(named);
    return Files.isExecutable(python) ? Optional.of(python) : Optional.empty();
  }

  private static boolean isRequired() {
    return Stream.of("CI", "SIMPLEXITY_REQUIRE_SERVERS")
        .map(System::getenv)
        .anyMatch(value -> value != null && !value.isBlank());
  }

  /** Folder that holds this repository. */
  public static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mlflow/server"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("mlflow/server is in no folder above this one");
      }
    }
    return folder;
  }

  private void command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(repository.resolve("mlflow/server").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--store", store.toString()));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      if (database != null) {
        builder.environment().put("SIMPLEXITY_MLFLOW_BACKEND", database.uri());
      }
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " said: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A port that nothing listens on. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("mlflow-store");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
