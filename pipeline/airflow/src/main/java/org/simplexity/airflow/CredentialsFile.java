package org.simplexity.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Airflow and its user as a JSON file names them: {@code {"url": …, "username": …, "password":
 * …}}. The user is for this address only.
 *
 * @param file where they stand
 * @param address the Airflow
 * @param credentials its user
 */
record CredentialsFile(Path file, Address address, Credentials credentials) {
  /** Variable with the name of a file. */
  static final String FILE = "SIMPLEXITY_AIRFLOW_CREDENTIALS";

  private static final Logger LOG = LoggerFactory.getLogger(CredentialsFile.class);
  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  /** The file that is named, else that of the local Airflow; empty if there is none. */
  static Optional<CredentialsFile> find(Map<String, String> environment) {
    String named = environment.getOrDefault(FILE, "").strip();
    if (!named.isEmpty()) {
      return Optional.of(read(Path.of(named)));
    }
    String store = environment.getOrDefault("SIMPLEXITY_AIRFLOW_STORE", "").strip();
    String home = environment.getOrDefault("SIMPLEXITY_HOME", "");
    Path folder = store.isEmpty() ? Path.of(home, ".simplexity", "airflow") : Path.of(store);
    Path local = folder.resolve("credentials.json");
    return Files.exists(local) ? Optional.of(read(local)) : Optional.empty();
  }

  private static CredentialsFile read(Path file) {
    try {
      JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
      warnIfOthersMayRead(file);
      return new CredentialsFile(
          file,
          Address.of(URI.create(text(json, "url"))),
          new Credentials.Password(text(json, "username"), text(json, "password")));
    } catch (IOException | IllegalArgumentException e) {
      // the cause stays out: parsers quote what they read, and here that is a secret
      throw new AirflowException(
          AirflowException.Kind.CREDENTIALS,
          file
              + (Files.isReadable(file) ? ": no" : " cannot be read: expected a")
              + " JSON object with \"url\", \"username\" and \"password\"");
    }
  }

  private static String text(JsonNode json, String key) {
    String text = json.path(key).asText("");
    if (text.isBlank()) {
      throw new IllegalArgumentException(key);
    }
    return text;
  }

  private static void warnIfOthersMayRead(Path file) throws IOException {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (permissions.stream().anyMatch(OF_OTHERS::contains)) {
      LOG.warn("{} holds a password and others may read it: chmod 600 {}", file, file);
    }
  }
}
