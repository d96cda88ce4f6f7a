package org.simplexity.airflow;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proxies of the environment: {@code https_proxy}, {@code http_proxy} and {@code no_proxy}, in
 * small or capital letters. What is on this machine is always asked directly.
 */
final class Proxies extends ProxySelector {
  private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);
  private static final int DEFAULT_PORT = 80;
  private final Map<String, String> environment;

  Proxies(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public List<Proxy> select(URI uri) {
    String proxy = variable(uri.getScheme() + "_proxy");
    if (proxy.isEmpty() || Address.isLocal(uri) || isExcepted(uri.getHost())) {
      return List.of(Proxy.NO_PROXY);
    }
    URI address = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
    int port = address.getPort() < 0 ? DEFAULT_PORT : address.getPort();
    return List.of(
        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.getHost(), port)));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
    LOG.debug("The proxy {} could not be reached: {}", proxy, failure.getMessage());
  }

  private boolean isExcepted(String host) {
    return Arrays.stream(variable("no_proxy").split(",", -1))
        .map(name -> name.strip().replaceFirst("^\\*?\\.", ""))
        .filter(name -> !name.isEmpty())
        .anyMatch(name -> name.equals("*") || host.equals(name) || host.endsWith("." + name));
  }

  private String variable(String name) {
    String small = environment.getOrDefault(name, "");
    return small.isBlank() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : small;
  }
}
