package org.simplexity.airflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The token of the moment: fetched with the password, and again before it expires. */
final class Session {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration MARGIN = Duration.ofSeconds(30);
  private static final int CREATED = 201;

  private final Address address;
  private final Credentials credentials;
  private final HttpClient client;
  private final Duration patience;
  private @Nullable String token;
  private Instant renewal = Instant.MAX;

  Session(AirflowSettings settings, HttpClient client) {
    this.address = Address.of(settings.server());
    this.credentials = settings.credentials();
    this.client = client;
    this.patience = settings.timeouts().request();
  }

  /**
   * A token that is good for the next request.
   *
   * @throws IOException if there is no answer, or one that may pass
   * @throws AirflowException if Airflow does not take the password, or a given token has expired
   */
  synchronized String token() throws IOException {
    if (credentials instanceof Credentials.Token given) {
      return checked(given.secret());
    }
    String current = token;
    if (current == null || !Instant.now().isBefore(renewal)) {
      current = fetched((Credentials.Password) credentials);
      token = current;
      renewal = renewal(current);
    }
    return current;
  }

  /** The token that {@link #token} gave last; empty if it gave none. */
  synchronized String current() {
    return credentials instanceof Credentials.Token given
        ? given.secret()
        : token == null ? "" : token;
  }

  /** Forgets a token that Airflow did not take; whether another can be had. */
  synchronized boolean forget() {
    token = null;
    return credentials instanceof Credentials.Password;
  }

  /** What to say when even a new token is not taken. */
  AirflowException refused(Refusal refusal) {
    return new AirflowException(
        AirflowException.Kind.CREDENTIALS,
        Remedy.token(address, credentials, refusal.detail()),
        refusal);
  }

  private String checked(String given) {
    Optional<Instant> end = expiry(given);
    if (end.isPresent() && !Instant.now().isBefore(end.get())) {
      throw new AirflowException(
          AirflowException.Kind.CREDENTIALS,
          Remedy.token(address, credentials, "it expired at " + end.get()));
    }
    return given;
  }

  private String fetched(Credentials.Password user) throws IOException {
    String body =
        JSON.writeValueAsString(Map.of("username", user.user(), "password", user.secret()));
    HttpRequest request =
        HttpRequest.newBuilder(address.below("auth", "token"))
            .timeout(patience)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() == CREATED) {
      return JSON.readTree(answer.body()).path("access_token").asText();
    }
    throw failure(user, new Refusal(answer.statusCode(), answer.body()));
  }

  private IOException failure(Credentials.Password user, Refusal refusal) {
    if (refusal.passing()) {
      return refusal;
    }
    String message =
        refusal.status() == 401
            ? Remedy.password(address, user, refusal)
            : "Airflow at "
                + address.base()
                + " gives no token for a password ("
                + Remedy.reason(refusal)
                + "); get one by its own way and set "
                + Credentials.TOKEN;
    throw new AirflowException(AirflowException.Kind.CREDENTIALS, message, refusal);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, BodyHandlers.ofString());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("no token in time");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Some time before the end, or in the last tenth of a short life. */
  private static Instant renewal(String token) {
    return expiry(token)
        .map(
            end -> {
              Duration life = Duration.between(Instant.now(), end);
              Duration tenth = life.dividedBy(10);
              return end.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
            })
        .orElse(Instant.MAX);
  }

  /** The time {@code exp} of a JSON Web Token (RFC 7519, section 4.1.4); empty if it is none. */
  private static Optional<Instant> expiry(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      long seconds = JSON.readTree(Base64.getUrlDecoder().decode(parts[1])).path("exp").asLong(0);
      return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
