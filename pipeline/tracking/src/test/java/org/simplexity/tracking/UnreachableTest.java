package org.simplexity.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No MLflow server answers at the start. */
@Timeout(20)
class UnreachableTest {
  private static final Timeouts SHORT =
      new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(30));
  @TempDir Path folder;

  @Test
  void nothingListensThere() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertThatThrownBy(() -> connect("http://127.0.0.1:" + port))
        .isInstanceOf(TrackingException.class)
        .hasMessageContaining("cannot reach the MLflow server at http://127.0.0.1:" + port)
        .hasMessageContaining("connection refused")
        .hasMessageContaining("./simplexity mlflow up")
        .hasMessageContaining("--tracking-uri");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void somethingListensThatNeverAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> connect("http://127.0.0.1:" + silent.getLocalPort()))
          .isInstanceOf(TrackingException.class)
          .hasMessageContaining("no answer in time");
    }
  }

  @Test
  void theHostNameIsUnknown() {
    assertThatThrownBy(() -> connect("http://tracker.invalid:5001"))
        .isInstanceOf(TrackingException.class)
        .hasMessageContaining("http://tracker.invalid:5001")
        .hasMessageContaining("host name is unknown")
        .hasMessageNotContaining("mlflow up");
  }

  @Test
  void anotherProgramAnswers() throws IOException {
    HttpServer page = answering(200, "<html>printer</html>");
    assertThatThrownBy(() -> connect(uri(page)))
        .isInstanceOf(TrackingException.class)
        .hasMessageContaining("something other than an MLflow server answers at " + uri(page))
        .hasMessageContaining("--port");
    page.stop(0);
  }

  @Test
  void aForbiddenHostNameIsToldWithItsSetting() throws IOException {
    HttpServer strict = answering(403, "Invalid Host header");
    assertThatThrownBy(() -> connect(uri(strict)))
        .isInstanceOf(TrackingException.class)
        .hasMessageContaining("Invalid Host header")
        .hasMessageContaining("MLFLOW_SERVER_ALLOWED_HOSTS");
    strict.stop(0);
  }

  @Test
  void missingCredentialsAreToldWithTheirVariablesAndWithoutSecrets() throws IOException {
    HttpServer closed = answering(401, "who are you");
    String address = uri(closed).replace("http://", "http://anna:secret@");
    assertThatThrownBy(() -> connect(address))
        .isInstanceOf(TrackingException.class)
        .hasMessageContaining("MLFLOW_TRACKING_USERNAME")
        .hasMessageNotContaining("secret")
        .hasStackTraceContaining("401");
    closed.stop(0);
  }

  @Test
  void anAddressThatIsNoneIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> connect("file:/tmp/mlruns"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("file:/tmp/mlruns")
        .hasMessageContaining("http://127.0.0.1:5001");
  }

  private void connect(String address) {
    MlflowTracker.connect(
            URI.create(address), TrackerSettings.defaults().withJournal(folder).withTimeouts(SHORT))
        .close();
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
