package org.simplexity.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Where the address and the user come from, and that secrets are never shown. */
class CredentialsTest {
  private static final URI SERVER = URI.create("http://127.0.0.1:8080/");
  private static final Map<String, String> BOTH =
      Map.of("SIMPLEXITY_AIRFLOW_USERNAME", "anna", "SIMPLEXITY_AIRFLOW_PASSWORD", "sesame");
  @TempDir Path home;

  @Test
  void theTokenOfTheEnvironmentWinsOverTheUser() {
    AirflowSettings settings =
        AirflowSettings.of(
            SERVER,
            Map.of(
                "SIMPLEXITY_AIRFLOW_TOKEN", " tok ",
                "SIMPLEXITY_AIRFLOW_USERNAME", "anna",
                "SIMPLEXITY_AIRFLOW_PASSWORD", "sesame"));
    assertThat(settings.credentials()).isEqualTo(new Credentials.Token("tok"));
    assertThat(settings.server()).hasToString("http://127.0.0.1:8080");
    assertThat(settings.toString()).doesNotContain("tok ").doesNotContain("sesame");
  }

  @Test
  void noTextFormShowsASecret() {
    AirflowSettings settings = AirflowSettings.of(SERVER, BOTH);
    assertThat(settings.credentials()).isEqualTo(new Credentials.Password("anna", "sesame"));
    assertThat(settings.toString()).contains("anna").doesNotContain("sesame");
    assertThat(settings.credentials().toString()).doesNotContain("sesame");
    assertThat(new Credentials.Token("sesame").toString()).doesNotContain("sesame");
  }

  @Test
  void aUserWithoutAPasswordIsAMistake() {
    assertThatThrownBy(
            () -> AirflowSettings.of(SERVER, Map.of("SIMPLEXITY_AIRFLOW_USERNAME", "anna")))
        .isInstanceOf(AirflowException.class)
        .hasMessageContaining("SIMPLEXITY_AIRFLOW_PASSWORD is not set");
  }

  @Test
  void theFileOfTheLocalAirflowNamesAddressAndUser() throws IOException {
    write(
        "{\"url\":\"http://127.0.0.1:8081\",\"username\":\"admin\",\"password\":\"sesame\"}",
        "rw-------");
    AirflowSettings settings = AirflowSettings.of(null, homeOnly());
    assertThat(settings.server()).hasToString("http://127.0.0.1:8081");
    assertThat(settings.credentials()).isEqualTo(new Credentials.Password("admin", "sesame"));
  }

  @Test
  void theUserOfAFileIsForItsAddressOnly() throws IOException {
    write(
        "{\"url\":\"http://127.0.0.1:8081\",\"username\":\"admin\",\"password\":\"sesame\"}",
        "rw-------");
    assertThatThrownBy(() -> AirflowSettings.of(URI.create("http://elsewhere:1"), homeOnly()))
        .isInstanceOf(AirflowException.class)
        .hasMessageContaining("no credentials for Airflow at http://elsewhere:1")
        .hasMessageContaining("are for http://127.0.0.1:8081")
        .hasMessageNotContaining("sesame");
  }

  @Test
  void aFileThatOthersMayReadIsUsedWithAWarning() throws IOException {
    Path file =
        write(
            "{\"url\":\"http://127.0.0.1:8081\",\"username\":\"admin\",\"password\":\"sesame\"}",
            "rw-r--r--");
    Logger logger = (Logger) LoggerFactory.getLogger(CredentialsFile.class);
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    logger.addAppender(heard);
    AirflowSettings.of(null, Map.of("SIMPLEXITY_AIRFLOW_CREDENTIALS", file.toString()));
    logger.detachAppender(heard);
    assertThat(heard.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .singleElement()
        .asString()
        .contains("chmod 600 " + file)
        .doesNotContain("sesame");
  }

  @Test
  void aBrokenFileIsToldWithoutShowingIt() throws IOException {
    for (String text :
        List.of("{\"password\": sesame", "{\"url\":\"http://h\",\"password\":\"sesame\"}")) {
      Path file = write(text, "rw-------");
      assertThatThrownBy(() -> AirflowSettings.of(null, homeOnly()))
          .isInstanceOf(AirflowException.class)
          .hasMessageContaining(
              file + ": no JSON object with \"url\", \"username\" and \"password\"")
          .hasNoCause();
    }
  }

  @Test
  void withoutAnyAddressItIsSaidWhatToStart() {
    assertThatThrownBy(() -> AirflowSettings.of(null, homeOnly()))
        .isInstanceOf(AirflowException.class)
        .hasMessageContaining("./simplexity airflow up")
        .hasMessageContaining("--airflow URL");
  }

  private Map<String, String> homeOnly() {
    return Map.of("SIMPLEXITY_HOME", home.toString());
  }

  private Path write(String text, String permissions) throws IOException {
    Path folder = Files.createDirectories(home.resolve(".simplexity/airflow"));
    Path file = Files.writeString(folder.resolve("credentials.json"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
