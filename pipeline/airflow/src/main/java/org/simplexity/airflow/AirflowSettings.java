package org.simplexity.airflow;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which Airflow, as whom, and how long to wait for it.
 *
 * @param server address, such as {@code http://127.0.0.1:8080}
 * @param credentials who asks
 * @param timeouts how long to wait
 * @param authorities PEM file of certificate authorities that are trusted beside Java's own
 * @param environment variables of the process, for its proxies
 */
public record AirflowSettings(
    URI server,
    Credentials credentials,
    Timeouts timeouts,
    Optional<Path> authorities,
    Map<String, String> environment) {
  /** Variable with an address. */
  public static final String URL = "SIMPLEXITY_AIRFLOW_URL";

  /** Variable with a PEM file of certificate authorities. */
  public static final String AUTHORITIES = "SIMPLEXITY_AIRFLOW_CA";

  /** Checks the address and copies the variables. */
  public AirflowSettings {
    server = URI.create(Address.of(server).base());
    environment = Map.copyOf(environment);
  }

  /**
   * Those of a command line and a process: the address asked for, else that of {@link #URL}, else
   * that of the file of credentials; the user of the variables, else of that file if it is for this
   * address.
   *
   * @param asked address from the command line, or null
   * @param environment variables of the process
   * @throws AirflowException if no address is named or there are no credentials for it
   */
  public static AirflowSettings of(@Nullable URI asked, Map<String, String> environment) {
    Optional<CredentialsFile> file = CredentialsFile.find(environment);
    Address address =
        Optional.ofNullable(asked)
            .or(() -> variable(environment, URL).map(URI::create))
            .map(Address::of)
            .or(() -> file.map(CredentialsFile::address))
            .orElseThrow(AirflowSettings::nowhere);
    Credentials credentials =
        Credentials.of(environment)
            .or(
                () ->
                    file.filter(f -> f.address().equals(address)).map(CredentialsFile::credentials))
            .orElseThrow(() -> noCredentials(address, file));
    return new AirflowSettings(
        URI.create(address.base()),
        credentials,
        Timeouts.defaults(),
        variable(environment, AUTHORITIES).map(Path::of),
        environment);
  }

  /**
   * The same with other times.
   *
   * @param times how long to wait
   */
  public AirflowSettings withTimeouts(Timeouts times) {
    return new AirflowSettings(server, credentials, times, authorities, environment);
  }

  /** Without the variables, which may hold secrets. */
  @Override
  public String toString() {
    return "Airflow at " + server + " as " + credentials;
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.of(environment.getOrDefault(name, "").strip()).filter(text -> !text.isEmpty());
  }

  private static AirflowException nowhere() {
    return new AirflowException(
        AirflowException.Kind.BAD_USE,
        "no Airflow is named: start the local one with ./simplexity airflow up, or name one with"
            + " --airflow URL or "
            + URL);
  }

  private static AirflowException noCredentials(Address address, Optional<CredentialsFile> file) {
    String other =
        file.map(f -> "; those in " + f.file() + " are for " + f.address().base()).orElse("");
    return new AirflowException(
        AirflowException.Kind.CREDENTIALS,
        "no credentials for Airflow at "
            + address.base()
            + other
            + "; set "
            + Credentials.USERNAME
            + " and "
            + Credentials.PASSWORD
            + ", or "
            + Credentials.TOKEN
            + ", or name a file with them in "
            + CredentialsFile.FILE);
  }
}
