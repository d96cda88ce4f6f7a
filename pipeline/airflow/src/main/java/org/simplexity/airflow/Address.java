package org.simplexity.airflow;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Address of an Airflow, and the addresses below it.
 *
 * @param base scheme, host, port and path, without a slash at the end
 */
record Address(String base) {
  private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Checks an address.
   *
   * @throws AirflowException if it is not http or https, has no host, or names a user
   */
  static Address of(URI server) {
    String scheme = server.getScheme();
    if ((!"http".equals(scheme) && !"https".equals(scheme)) || server.getHost() == null) {
      throw new AirflowException(
          AirflowException.Kind.BAD_USE,
          "\"" + server + "\" is no address of an Airflow, such as http://127.0.0.1:8080");
    }
    if (server.getUserInfo() != null) {
      throw new AirflowException(
          AirflowException.Kind.BAD_USE,
          "the address of an Airflow must not hold a user or password: set "
              + Credentials.USERNAME
              + " and "
              + Credentials.PASSWORD
              + " instead");
    }
    String port = server.getPort() < 0 ? "" : ":" + server.getPort();
    String path = server.getRawPath() == null ? "" : server.getRawPath().replaceAll("/+$", "");
    return new Address(scheme + "://" + server.getHost() + port + path);
  }

  /** Whether it is on this machine. */
  boolean local() {
    return isLocal(URI.create(base));
  }

  /** Whether an address is on this machine. */
  static boolean isLocal(URI uri) {
    return LOCAL.contains(uri.getHost());
  }

  /** A page or method below it; every part is encoded. */
  URI below(String... parts) {
    StringBuilder uri = new StringBuilder(base);
    for (String part : parts) {
      uri.append('/').append(coded(part));
    }
    return URI.create(uri.toString());
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
