package org.simplexity.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.airflow.AirflowException.Kind;
import org.simplexity.airflow.testing.AirflowServer;

/** A real Airflow behind TLS with a certificate that nobody knows. */
@ExtendWith(AirflowServer.class)
@Timeout(60)
class AuthoritiesTest {
  private static final char[] PASSWORD = "password".toCharArray();
  @TempDir Path folder;
  private final AirflowServer server;

  AuthoritiesTest(AirflowServer server) {
    this.server = server;
  }

  @Test
  void aCertificateIsTrustedWhenItsFileIsNamedAndElseRefused() throws Exception {
    KeyStore keys = keys();
    Path pem = folder.resolve("authority.pem");
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    String body = lines.encodeToString(keys.getCertificate("server").getEncoded());
    Files.writeString(
        pem, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    try (Middleman middleman = new Middleman(server.uri(), Optional.of(context(keys)))) {
      Map<String, String> environment = new HashMap<>(server.environment());
      assertThatThrownBy(() -> Airflow.connect(AirflowSettings.of(middleman.uri(), environment)))
          .isInstanceOfSatisfying(
              AirflowException.class,
              thrown -> assertThat(thrown.kind()).isEqualTo(Kind.UNREACHABLE))
          .hasMessageContaining("no safe connection")
          .hasMessageContaining("SIMPLEXITY_AIRFLOW_CA");
      environment.put("SIMPLEXITY_AIRFLOW_CA", pem.toString());
      Airflow airflow = Airflow.connect(AirflowSettings.of(middleman.uri(), environment));
      assertThat(airflow.dagIds()).contains("mapped");
    }
  }

  @Test
  void aFileWithoutCertificatesIsAMistake() throws Exception {
    Path text = Files.writeString(folder.resolve("text.pem"), "nothing");
    assertThatThrownBy(() -> Authorities.with(text))
        .isInstanceOf(AirflowException.class)
        .hasMessageContaining("text.pem (SIMPLEXITY_AIRFLOW_CA) is no PEM file of certificates");
  }

  private KeyStore keys() throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "password")
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static SSLContext context(KeyStore keys) throws Exception {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
