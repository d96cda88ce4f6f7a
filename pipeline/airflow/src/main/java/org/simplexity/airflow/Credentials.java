package org.simplexity.airflow;

import java.util.Map;
import java.util.Optional;

/**
 * Who asks Airflow. Their text form tells no secret.
 *
 * <p>From the environment: {@code SIMPLEXITY_AIRFLOW_TOKEN}, or {@code SIMPLEXITY_AIRFLOW_USERNAME}
 * and {@code SIMPLEXITY_AIRFLOW_PASSWORD}; or from a file, see {@link CredentialsFile}.
 */
public sealed interface Credentials {
  /** Variable with a token. */
  String TOKEN = "SIMPLEXITY_AIRFLOW_TOKEN";

  /** Variable with a user's name. */
  String USERNAME = "SIMPLEXITY_AIRFLOW_USERNAME";

  /** Variable with a user's password. */
  String PASSWORD = "SIMPLEXITY_AIRFLOW_PASSWORD";

  /**
   * A token that somebody else got; it cannot be renewed.
   *
   * @param secret the token
   */
  record Token(String secret) implements Credentials {
    @Override
    public String toString() {
      return "a token";
    }
  }

  /**
   * A user, for whom tokens are fetched as needed.
   *
   * @param user name
   * @param secret password
   */
  record Password(String user, String secret) implements Credentials {
    @Override
    public String toString() {
      return "user " + user;
    }
  }

  /**
   * Those of the variables of a process, if there are any.
   *
   * @param environment variables
   * @throws AirflowException if there is a user without a password or the other way round
   */
  static Optional<Credentials> of(Map<String, String> environment) {
    String token = environment.getOrDefault(TOKEN, "").strip();
    String user = environment.getOrDefault(USERNAME, "").strip();
    String password = environment.getOrDefault(PASSWORD, "");
    if (!token.isEmpty()) {
      return Optional.of(new Token(token));
    }
    if (user.isEmpty() != password.isEmpty()) {
      String missing = user.isEmpty() ? USERNAME : PASSWORD;
      throw new AirflowException(
          AirflowException.Kind.CREDENTIALS,
          missing + " is not set, but " + (user.isEmpty() ? PASSWORD : USERNAME) + " is: set both");
    }
    return user.isEmpty() ? Optional.empty() : Optional.of(new Password(user, password));
  }
}
