package org.simplexity.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.simplexity.airflow.AirflowException.Kind;

/** No Airflow answers at the start. */
@Timeout(20)
class UnreachableTest {
  private static final Timeouts SHORT =
      new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(30));

  @Test
  void nothingListensThere() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertThatThrownBy(() -> connect("http://127.0.0.1:" + port))
        .isInstanceOfSatisfying(
            AirflowException.class, thrown -> assertThat(thrown.kind()).isEqualTo(Kind.UNREACHABLE))
        .hasMessageContaining("cannot reach Airflow at http://127.0.0.1:" + port)
        .hasMessageContaining("connection refused")
        .hasMessageContaining("./simplexity airflow up")
        .hasMessageContaining("--airflow URL");
  }

  @Test
  void somethingListensThatNeverAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> connect("http://127.0.0.1:" + silent.getLocalPort()))
          .isInstanceOf(AirflowException.class)
          .hasMessageContaining("no answer in time");
    }
  }

  @Test
  void theHostNameIsUnknown() {
    assertThatThrownBy(() -> connect("http://airflow.invalid:8080"))
        .isInstanceOf(AirflowException.class)
        .hasMessageContaining("http://airflow.invalid:8080")
        .hasMessageContaining("host name is unknown")
        .hasMessageNotContaining("airflow up");
  }

  @Test
  void anotherProgramAnswers() throws IOException {
    HttpServer page = answering(200, "<html>printer</html>");
    assertThatThrownBy(() -> connect(uri(page)))
        .isInstanceOf(AirflowException.class)
        .hasMessageContaining("something other than Airflow answers at " + uri(page));
    page.stop(0);
  }

  @Test
  void aRedirectionIsToldAndNotFollowed() throws IOException {
    HttpServer page = answering(302, "moved");
    assertThatThrownBy(() -> connect(uri(page)))
        .isInstanceOf(AirflowException.class)
        .hasMessageContaining("302")
        .hasMessageContaining("--airflow URL");
    page.stop(0);
  }

  @Test
  void anAddressThatIsNoneIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> connect("file:/tmp/airflow"))
        .isInstanceOfSatisfying(
            AirflowException.class, thrown -> assertThat(thrown.kind()).isEqualTo(Kind.BAD_USE))
        .hasMessageContaining("file:/tmp/airflow")
        .hasMessageContaining("http://127.0.0.1:8080");
  }

  @Test
  void anAddressWithAPasswordIsRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> connect("http://anna:secret@127.0.0.1:1"))
        .isInstanceOf(AirflowException.class)
        .hasMessageContaining("SIMPLEXITY_AIRFLOW_PASSWORD")
        .hasMessageNotContaining("secret");
  }

  private static void connect(String address) {
    Airflow.connect(
        new AirflowSettings(
            URI.create(address), new Credentials.Token("t"), SHORT, Optional.empty(), Map.of()));
  }

  private static String uri(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static HttpServer answering(int status, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }
}
