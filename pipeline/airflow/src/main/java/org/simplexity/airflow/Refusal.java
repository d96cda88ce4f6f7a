package org.simplexity.airflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.simplexity.airflow.api.client.ApiException;

/** An answer of Airflow that is not a success. */
final class Refusal extends IOException {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);
  private static final int SHOWN = 300;
  private final int status;

  /**
   * An answer.
   *
   * @param status of HTTP
   * @param body text that came with it
   */
  Refusal(int status, String body) {
    super(detail(body));
    this.status = status;
  }

  /** What the generated client threw: a refusal, or what kept an answer from coming. */
  static IOException of(ApiException failure) {
    if (failure.getCode() > 0) {
      String body = failure.getResponseBody();
      return new Refusal(failure.getCode(), body == null ? "" : body);
    }
    return failure.getCause() instanceof IOException io ? io : new IOException(failure);
  }

  /** Status of HTTP. */
  int status() {
    return status;
  }

  /** What Airflow says about it; empty at worst. */
  String detail() {
    return String.valueOf(getMessage());
  }

  /** Whether the same request may succeed later. */
  boolean passing() {
    return status >= 500 || PASSING.contains(status);
  }

  /** Whether the token was not taken: expired, or made before the server got another secret. */
  boolean isOfToken() {
    return status == 401 || (status == 403 && detail().contains("JWT"));
  }

  private static String detail(String body) {
    try {
      JsonNode detail = JSON.readTree(body).path("detail");
      if (detail.isTextual()) {
        return detail.asText();
      }
      if (detail.isArray()) {
        return fields(detail);
      }
      if (detail.isObject()) {
        return detail.path("reason").asText() + ": " + detail.path("message").asText();
      }
    } catch (JsonProcessingException e) {
      // no answer of Airflow's interface: shown as it is
    }
    String start = body.strip();
    return start.length() > SHOWN ? start.substring(0, SHOWN) + "…" : start;
  }

  /** Fields that a request has wrong, as FastAPI lists them. */
  private static String fields(JsonNode detail) {
    List<String> fields = new ArrayList<>();
    for (JsonNode one : detail) {
      List<String> path = new ArrayList<>();
      one.path("loc").forEach(part -> path.add(part.asText()));
      fields.add(String.join(".", path) + ": " + one.path("msg").asText());
    }
    return String.join("; ", fields);
  }
}
