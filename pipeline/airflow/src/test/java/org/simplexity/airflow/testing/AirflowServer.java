package org.simplexity.airflow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.simplexity.airflow.Airflow;
import org.simplexity.airflow.AirflowSettings;
import org.simplexity.airflow.Credentials;
import org.simplexity.airflow.Timeouts;

/**
 * A real Airflow, one for all tests of a JVM: {@code @ExtendWith(AirflowServer.class)} and a
 * parameter of this type, of a test method or constructor. Its DAGs are a copy of those in {@code
 * src/test/resources/dags} of the module under test; a test may add others.
 *
 * <p>It runs from the virtual environment that {@code SIMPLEXITY_AIRFLOW_VENV} names. Without one,
 * tests are skipped, or fail where {@code SIMPLEXITY_REQUIRE_SERVERS} is set.
 */
public final class AirflowServer implements BeforeAllCallback, ParameterResolver, AutoCloseable {
  /** Variable that names a virtual environment with Airflow. */
  public static final String VENV = "SIMPLEXITY_AIRFLOW_VENV";

  private static final String USER = "admin";
  private static final String HOW =
      "no Airflow: set " + VENV + " to a virtual environment made from dags/requirements.lock";
  private static final Path DAGS = Path.of("src", "test", "resources", "dags").toAbsolutePath();

  private final int port = AirflowProcesses.freePort();
  private final String secret = UUID.randomUUID().toString().repeat(2);
  private final String password = UUID.randomUUID().toString();
  private Path home; // made with the first start: JUnit makes instances that never start
  private Optional<AirflowProcesses> processes = Optional.empty();

  /** Made by JUnit. */
  public AirflowServer() {}

  /** Address of the server, the same over outages. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Folder of its DAGs; what is put there is read within seconds. */
  public Path dags() {
    return home.resolve("dags");
  }

  /** A user that may do everything. */
  public Credentials credentials() {
    return new Credentials.Password(USER, password);
  }

  /** Variables with which a command finds this server. */
  public Map<String, String> environment() {
    return Map.of(
        AirflowSettings.URL,
        uri().toString(),
        Credentials.USERNAME,
        USER,
        Credentials.PASSWORD,
        password);
  }

  /** Settings for this server. */
  public AirflowSettings settings() {
    return AirflowSettings.of(null, environment());
  }

  /** A connection to this server. */
  public Airflow connect() {
    return Airflow.connect(settings());
  }

  /** A token that the server takes until it ends; one of a negative life has expired. */
  public String token(Duration life) {
    return WebToken.of(USER, life, secret);
  }

  /** Kills the server of the interface as an outage would; scheduler and tasks go on. */
  public void stopInterface() {
    processes.orElseThrow().kill("api-server");
  }

  /** Starts the server of the interface again; does not wait for its answer. */
  public void startInterface() {
    processes.orElseThrow().start("api-server");
  }

  private void start() {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      if (isRequired()) {
        throw new IllegalStateException(HOW);
      }
      Assumptions.abort(HOW);
    }
    if (processes.isEmpty()) {
      home = AirflowProcesses.temporary();
      AirflowProcesses started = new AirflowProcesses(program.get(), home, variables());
      processes = Optional.of(started);
      copyDags();
      writePasswords();
      started.run("db", "migrate");
      List.of("api-server", "scheduler", "dag-processor").forEach(started::start);
      awaitDags();
    }
  }

  private void awaitDags() {
    AirflowSettings patient =
        settings()
            .withTimeouts(
                new Timeouts(Duration.ofMinutes(3), Duration.ofMinutes(1), Duration.ofMinutes(3)));
    Airflow airflow = Airflow.connect(patient);
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (airflow.dagIds().isEmpty()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "no DAG of " + dags() + " was read; the logs are in " + home);
      }
      AirflowProcesses.pause();
    }
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("AIRFLOW_HOME", home.toString());
    variables.put("AIRFLOW__CORE__DAGS_FOLDER", dags().toString());
    variables.put("AIRFLOW__CORE__LOAD_EXAMPLES", "False");
    variables.put("AIRFLOW__CORE__EXECUTOR", "LocalExecutor");
    variables.put("AIRFLOW__CORE__PARALLELISM", "4");
    variables.put("AIRFLOW__CORE__EXECUTION_API_SERVER_URL", uri() + "/execution/");
    variables.put("AIRFLOW__API__BASE_URL", uri().toString());
    variables.put("AIRFLOW__API__HOST", "127.0.0.1");
    variables.put("AIRFLOW__API__PORT", Integer.toString(port));
    variables.put("AIRFLOW__API__WORKERS", "1");
    variables.put("AIRFLOW__API_AUTH__JWT_SECRET", secret);
    variables.put("AIRFLOW__SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME", "0.2");
    variables.put("AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL", "5");
    variables.put("AIRFLOW__LOGGING__WORKER_LOG_SERVER_PORT", "" + AirflowProcesses.freePort());
    // else a task fails when the interface is away for three heartbeats, 15 s, or while it starts
    variables.put("AIRFLOW__WORKERS__MAX_FAILED_HEARTBEATS", "24");
    variables.put("AIRFLOW__WORKERS__EXECUTION_API_RETRIES", "30");
    variables.put("AIRFLOW__WORKERS__EXECUTION_API_RETRY_WAIT_MAX", "4");
    variables.put("PYTHONDONTWRITEBYTECODE", "1");
    return variables;
  }

  private void copyDags() {
    try (Stream<Path> files = Files.list(DAGS)) {
      Files.createDirectories(dags());
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, dags().resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writePasswords() {
    try {
      Files.writeString(
          home.resolve("simple_auth_manager_passwords.json.generated"),
          "{\"" + USER + "\": \"" + password + "\"}\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program {@code airflow} of the virtual environment, if there is one. */
  public static Optional<Path> program() {
    return Optional.ofNullable(System.getenv(VENV))
        .filter(venv -> !venv.isBlank())
        .map(venv -> Path.of(venv, "bin", "airflow"))
        .filter(Files::isExecutable);
  }

  private static boolean isRequired() {
    String value = System.getenv("SIMPLEXITY_REQUIRE_SERVERS");
    return value != null && !value.isBlank();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    shared(context).start();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AirflowServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shared(context);
  }

  private static AirflowServer shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(AirflowServer.class))
        .computeIfAbsent(AirflowServer.class, key -> new AirflowServer(), AirflowServer.class);
  }

  /** Ends all processes and deletes the folder. */
  @Override
  public void close() {
    if (processes.isEmpty()) {
      return;
    }
    processes.get().killAll();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
