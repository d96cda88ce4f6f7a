package org.simplexity.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One request, one answer, or an {@link IOException} in time: a {@link Refusal} if the server
 * answered, anything else if not. Speaks HTTP/1.1: upgrades to HTTP/2 confuse Python servers.
 */
final class Http {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MIB = 1 << 20;
  private static final int SHOWN = 300;
  private final HttpClient client;
  private final Credentials credentials;
  private final Duration patience;

  Http(Credentials credentials, Timeouts timeouts) {
    this.credentials = credentials;
    this.patience = timeouts.request();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(timeouts.connect())
            .build();
  }

  String get(URI uri) throws IOException {
    return text(request(uri, patience).GET());
  }

  String post(URI uri, String json) throws IOException {
    return text(
        request(uri, patience)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json, StandardCharsets.UTF_8)));
  }

  void delete(URI uri, String json) throws IOException {
    text(
        request(uri, patience)
            .header("Content-Type", "application/json")
            .method("DELETE", BodyPublishers.ofString(json, StandardCharsets.UTF_8)));
  }

  void put(URI uri, Path file, String contentType) throws IOException {
    Duration time = patience.plusSeconds(Files.size(file) / MIB);
    text(request(uri, time).header("Content-Type", contentType).PUT(BodyPublishers.ofFile(file)));
  }

  /** Opens a body for reading, to be closed by the caller. */
  InputStream open(URI uri) throws IOException {
    HttpResponse<InputStream> answer =
        send(request(uri, patience).GET().build(), BodyHandlers.ofInputStream());
    if (succeeded(answer)) {
      return answer.body();
    }
    try (InputStream body = answer.body()) {
      throw refusal(answer.statusCode(), new String(body.readNBytes(MIB), StandardCharsets.UTF_8));
    }
  }

  private HttpRequest.Builder request(URI uri, Duration time) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(time);
    credentials.header().ifPresent(value -> builder.header("Authorization", value));
    return builder;
  }

  private String text(HttpRequest.Builder request) throws IOException {
    HttpResponse<String> answer =
        send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (succeeded(answer)) {
      return answer.body();
    }
    throw refusal(answer.statusCode(), answer.body());
  }

  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
    try {
      return client.send(request, handler);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  private static boolean succeeded(HttpResponse<?> answer) {
    return answer.statusCode() / 100 == 2;
  }

  private static Refusal refusal(int status, String body) {
    try {
      JsonNode error = JSON.readTree(body);
      if (error != null && error.has("message")) {
        return new Refusal(
            status, error.path("error_code").asText(""), error.get("message").asText());
      }
    } catch (JsonProcessingException e) {
      // not an answer of MLflow's interface: shown as it is
    }
    String start = body.strip();
    return new Refusal(
        status, "", start.length() > SHOWN ? start.substring(0, SHOWN) + "…" : start);
  }
}
