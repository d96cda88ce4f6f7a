package org.simplexity.airflow;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.simplexity.airflow.api.VersionApi;
import org.simplexity.airflow.api.client.ApiClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The generated client with our connections, tokens and patience. */
final class Api {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);
  private final Address address;
  private final Timeouts timeouts;
  private final HttpClient client;
  private final Session session;
  private final Calls calls;
  private final ApiClient generated;

  Api(AirflowSettings settings) {
    this.address = Address.of(settings.server());
    this.timeouts = settings.timeouts();
    HttpClient.Builder builder = Http.builder(settings);
    this.client = builder.build();
    this.session = new Session(settings, client);
    this.calls = new Calls(address, session);
    this.generated = new ApiClient();
    generated.setHttpClientBuilder(builder);
    generated.updateBaseUri(address.base());
    generated.setReadTimeout(timeouts.request());
    generated.setRequestInterceptor(this::authorise);
    generated.setResponseInterceptor(this::limit);
  }

  private void authorise(HttpRequest.Builder request) {
    request.header("Authorization", "Bearer " + session.current());
  }

  /** The JDK's own limit ends with the head of an answer; this one ends what comes after it. */
  private void limit(HttpResponse<InputStream> answer) {
    CompletableFuture.delayedExecutor(timeouts.request().toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> close(answer.body()));
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      LOG.debug("An answer could not be closed: {}", e.getMessage());
    }
  }

  Address address() {
    return address;
  }

  /** What the classes of the generated client are made with. */
  ApiClient generated() {
    return generated;
  }

  /**
   * Has the first answer within the time for a connection, so that a wrong address is told soon.
   */
  void reach() {
    version(timeouts.connect());
  }

  String version() {
    return version(timeouts.outage());
  }

  private String version(Duration limit) {
    VersionApi versions = new VersionApi(generated);
    try {
      return calls.ask("reach Airflow", limit, () -> versions.getVersion().getVersion());
    } catch (Refusal refusal) {
      throw new AirflowException(
          AirflowException.Kind.BAD_USE,
          "something other than Airflow 3 answers at "
              + address.base()
              + " ("
              + Remedy.reason(refusal)
              + "); name another with --airflow URL",
          refusal);
    }
  }

  /** Asks through an outage; a refusal is for the caller to explain. */
  <T> T ask(String what, Calls.Question<T> question) throws Refusal {
    return calls.ask(what, timeouts.outage(), question);
  }

  /** Asks through an outage what nobody can mend by asking otherwise. */
  <T> T demand(String what, Calls.Question<T> question) {
    try {
      return ask(what, question);
    } catch (Refusal refusal) {
      throw refused(what, refusal);
    }
  }

  /** The same for what must not be done twice: a lost answer is told, not asked for again. */
  <T> T demandWithCare(String what, Calls.Question<T> question) {
    try {
      return calls.askWithCare(what, timeouts.outage(), question);
    } catch (Refusal refusal) {
      throw refused(what, refusal);
    }
  }

  AirflowException refused(String what, Refusal refusal) {
    return new AirflowException(
        AirflowException.Kind.BAD_USE,
        "cannot " + what + " at " + address.base() + ": " + Remedy.reason(refusal),
        refusal);
  }

  /** A follower of long answers. */
  Waiting waiting(Duration interval) {
    return new Waiting(client, session, interval, timeouts.request());
  }

  /** Address of a DAG run in the interface. */
  URI runAddress(String dagId, String runId) {
    return address.below("api", "v2", "dags", dagId, "dagRuns", runId);
  }
}
