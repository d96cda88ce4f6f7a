package org.simplexity.tracking;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;
import org.mlflow.tracking.creds.MlflowHostCreds;

/**
 * Who asks the tracking server: {@code MLFLOW_TRACKING_TOKEN}, or {@code MLFLOW_TRACKING_USERNAME}
 * and {@code MLFLOW_TRACKING_PASSWORD}, or the user of the address, in this order. Has no text form
 * that tells a secret.
 */
final class Credentials {
  private final MlflowHostCreds known;

  private Credentials(MlflowHostCreds known) {
    this.known = known;
  }

  /** Those of an address and of the variables of a process. */
  static Credentials of(URI server, Map<String, String> environment) {
    String token = environment.get("MLFLOW_TRACKING_TOKEN");
    String user = environment.get("MLFLOW_TRACKING_USERNAME");
    String password = environment.get("MLFLOW_TRACKING_PASSWORD");
    if (isBlank(user) && server.getUserInfo() != null) {
      String[] pair = server.getUserInfo().split(":", 2);
      user = pair[0];
      password = pair.length > 1 ? pair[1] : "";
    }
    return new Credentials(
        new BasicMlflowHostCreds(Address.shown(server), user, password, token, false));
  }

  /** Value of the header {@code Authorization}; empty without credentials. */
  Optional<String> header() {
    if (!isBlank(known.getToken())) {
      return Optional.of("Bearer " + known.getToken());
    }
    if (isBlank(known.getUsername())) {
      return Optional.empty();
    }
    String password = known.getPassword() == null ? "" : known.getPassword();
    byte[] pair = (known.getUsername() + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
