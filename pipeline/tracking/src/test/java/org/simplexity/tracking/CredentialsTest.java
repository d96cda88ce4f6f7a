package org.simplexity.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsTest {
  private static final URI PLAIN = URI.create("http://host:5001/mlflow/");

  @Test
  void aTokenWinsOverUserAndPassword() {
    Map<String, String> all =
        Map.of(
            "MLFLOW_TRACKING_TOKEN", "t0k",
            "MLFLOW_TRACKING_USERNAME", "anna",
            "MLFLOW_TRACKING_PASSWORD", "pw");
    assertThat(Credentials.of(PLAIN, all).header()).contains("Bearer t0k");
  }

  @Test
  void userAndPasswordAreBasicAuthentication() {
    // RFC 7617, section 2: the example of its text
    Map<String, String> user =
        Map.of("MLFLOW_TRACKING_USERNAME", "Aladdin", "MLFLOW_TRACKING_PASSWORD", "open sesame");
    assertThat(Credentials.of(PLAIN, user).header()).contains("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    URI inside = URI.create("http://Aladdin:open%20sesame@host");
    assertThat(Credentials.of(inside, Map.of()).header())
        .contains("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  }

  @Test
  void withoutCredentialsNothingIsSent() {
    assertThat(Credentials.of(PLAIN, Map.of("MLFLOW_TRACKING_TOKEN", " ")).header()).isEmpty();
  }

  @Test
  void anAddressIsShownWithoutUserAndKeepsItsPath() {
    Address address =
        Address.of(URI.create("https://anna:secret@host.example/ml flow/".replace(" ", "%20")));
    assertThat(address.base()).isEqualTo("https://host.example/ml%20flow");
    assertThat(address.path("/a b/ü")).hasToString("https://host.example/ml%20flow/a%20b/%C3%BC");
    assertThat(address.path("/x", Map.of("k", "a&b=c")))
        .hasToString("https://host.example/ml%20flow/x?k=a%26b%3Dc");
  }
}
