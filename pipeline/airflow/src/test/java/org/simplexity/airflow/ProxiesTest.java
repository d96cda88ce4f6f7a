package org.simplexity.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
  private final Proxies proxies =
      new Proxies(
          Map.of(
              "https_proxy", "http://proxy.example:3128",
              "HTTP_PROXY", "plain.example:81",
              "NO_PROXY", "internal.example, .other.example"));

  @ParameterizedTest
  @CsvSource({
    "https://airflow.example, proxy.example, 3128",
    "http://airflow.example, plain.example, 81",
    "https://external.example.org, proxy.example, 3128"
  })
  void theProxyOfTheSchemeIsAsked(URI uri, String host, int port) {
    Proxy expected = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    assertThat(proxies.select(uri)).isEqualTo(List.of(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080",
    "http://localhost:8080",
    "http://[::1]:8080",
    "https://internal.example",
    "https://air.internal.example",
    "https://air.other.example"
  })
  void thisMachineAndExceptionsAreAskedDirectly(URI uri) {
    assertThat(proxies.select(uri)).containsExactly(Proxy.NO_PROXY);
  }
}
