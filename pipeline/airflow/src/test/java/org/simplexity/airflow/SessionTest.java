package org.simplexity.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.simplexity.airflow.AirflowException.Kind;
import org.simplexity.airflow.testing.AirflowServer;

/** Passwords and tokens, good and bad, at a real Airflow. */
@ExtendWith(AirflowServer.class)
@Timeout(60)
class SessionTest {
  private final AirflowServer server;

  SessionTest(AirflowServer server) {
    this.server = server;
  }

  @Test
  void aWrongPasswordIsToldWithoutShowingIt() {
    assertThatThrownBy(() -> Airflow.connect(as(new Credentials.Password("admin", "sesame"))))
        .isInstanceOfSatisfying(
            AirflowException.class, thrown -> assertThat(thrown.kind()).isEqualTo(Kind.CREDENTIALS))
        .hasMessageContaining("wrong password")
        .hasMessageContaining("user admin")
        .hasMessageContaining("SIMPLEXITY_AIRFLOW_PASSWORD")
        .hasMessageContaining("status 401")
        .satisfies(thrown -> assertThat(stack(thrown)).doesNotContain("sesame"));
  }

  @Test
  void aGivenTokenIsEnough() {
    Airflow airflow =
        Airflow.connect(as(new Credentials.Token(server.token(Duration.ofMinutes(5)))));
    assertThat(airflow.dagIds()).contains("mapped");
  }

  @Test
  void aGivenTokenThatHasExpiredIsToldWithTheTime() {
    String token = server.token(Duration.ofMinutes(-5));
    assertThatThrownBy(() -> Airflow.connect(as(new Credentials.Token(token))))
        .isInstanceOfSatisfying(
            AirflowException.class, thrown -> assertThat(thrown.kind()).isEqualTo(Kind.CREDENTIALS))
        .hasMessageContaining("the token in SIMPLEXITY_AIRFLOW_TOKEN: it expired at 20")
        .satisfies(thrown -> assertThat(stack(thrown)).doesNotContain(token));
  }

  @Test
  void aTokenThatIsNoneIsToldWithAirflowsWords() {
    assertThatThrownBy(() -> Airflow.connect(as(new Credentials.Token("not.a.token"))).dagIds())
        .isInstanceOf(AirflowException.class)
        .hasMessageContaining("Invalid JWT token")
        .hasMessageContaining("get a new one");
  }

  @Test
  void aTokenThatAirflowCallsExpiredIsReplacedOnce() {
    try (Middleman middleman = new Middleman(server.uri())) {
      Airflow airflow = Airflow.connect(through(middleman));
      String expired = "Bearer " + server.token(Duration.ofMinutes(-5));
      middleman.onNext("/dags", (exchange, man) -> man.pass(exchange, expired));
      assertThat(airflow.dagIds()).contains("mapped");
      assertThat(middleman.asked("/auth/token")).isEqualTo(2);
      middleman.onNext("/dags", (exchange, man) -> man.pass(exchange, expired));
      middleman.onNext("/dags", (exchange, man) -> man.pass(exchange, expired));
      assertThatThrownBy(airflow::dagIds)
          .isInstanceOfSatisfying(
              AirflowException.class,
              thrown -> assertThat(thrown.kind()).isEqualTo(Kind.CREDENTIALS))
          .hasMessageContaining("Token Expired");
    }
  }

  @Test
  void aTokenIsRenewedBeforeItExpires() throws InterruptedException {
    try (Middleman middleman = new Middleman(server.uri())) {
      byte[] brief =
          ("{\"access_token\":\"" + server.token(Duration.ofSeconds(3)) + "\"}")
              .getBytes(StandardCharsets.UTF_8);
      middleman.onNext(
          "/auth/token",
          (exchange, man) -> {
            exchange.sendResponseHeaders(201, brief.length);
            try (OutputStream out = exchange.getResponseBody()) {
              out.write(brief);
            }
          });
      Airflow airflow = Airflow.connect(through(middleman));
      assertThat(airflow.dagIds()).isNotEmpty();
      assertThat(middleman.asked("/auth/token")).isEqualTo(1);
      Thread.sleep(3000);
      assertThat(airflow.dagIds()).isNotEmpty();
      assertThat(middleman.asked("/auth/token")).isEqualTo(2);
      assertThat(middleman.asked("/dags")).isEqualTo(2);
    }
  }

  private AirflowSettings as(Credentials credentials) {
    return new AirflowSettings(
        server.uri(), credentials, Timeouts.defaults(), java.util.Optional.empty(), Map.of());
  }

  private AirflowSettings through(Middleman middleman) {
    return AirflowSettings.of(middleman.uri(), server.environment());
  }

  private static String stack(Throwable thrown) {
    java.io.StringWriter text = new java.io.StringWriter();
    thrown.printStackTrace(new java.io.PrintWriter(text, true));
    return text.toString();
  }
}
