package org.simplexity.tracking;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Address of a tracking server, without user and password, and the addresses below it.
 *
 * @param base scheme, host, port and path, without a slash at the end
 */
record Address(String base) {
  private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Checks an address.
   *
   * @throws IllegalArgumentException if it is not http or https, or has no host
   */
  static Address of(URI server) {
    String scheme = server.getScheme();
    if ((!"http".equals(scheme) && !"https".equals(scheme)) || server.getHost() == null) {
      throw new IllegalArgumentException(
          "tracking server \""
              + server
              + "\" must be an address such as http://127.0.0.1:5001 or https://HOST/PATH");
    }
    return new Address(shown(server));
  }

  /** An address as it may be shown to people and in logs. */
  static String shown(URI server) {
    String port = server.getPort() < 0 ? "" : ":" + server.getPort();
    String path = server.getRawPath() == null ? "" : server.getRawPath().replaceAll("/+$", "");
    return server.getScheme() + "://" + server.getHost() + port + path;
  }

  /** Whether the server is on this machine. */
  boolean local() {
    return LOCAL.contains(URI.create(base).getHost());
  }

  /** The page of a run in the web interface. */
  URI page(String experimentId, String runId) {
    return URI.create(base + "/#/experiments/" + experimentId + "/runs/" + runId);
  }

  /** A path below the server, not yet encoded, such as {@code /api/2.0/mlflow/runs/get}. */
  URI path(String path) {
    return URI.create(
        base
            + Arrays.stream(path.split("/", -1))
                .map(Address::coded)
                .collect(Collectors.joining("/")));
  }

  /** A path below the server with a query. */
  URI path(String path, Map<String, String> query) {
    String pairs =
        query.entrySet().stream()
            .map(entry -> coded(entry.getKey()) + "=" + coded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return pairs.isEmpty() ? path(path) : URI.create(path(path) + "?" + pairs);
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
