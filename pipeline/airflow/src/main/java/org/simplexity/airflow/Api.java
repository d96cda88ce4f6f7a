package org.simplexity.airflow;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.simplexity.airflow.api.VersionApi;
import org.simplexity.airflow.api.client.ApiClient;

/** The generated client with our connections, tokens and patience. */
final class Api {
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
    this.calls = new Calls(address, session, timeouts.request());
    this.generated = new ApiClient();
    generated.setHttpClientBuilder(builder);
    generated.updateBaseUri(address.base());
    generated.setReadTimeout(timeouts.request());
    generated.setRequestInterceptor(this::authorise);
  }

  private void authorise(HttpRequest.Builder request) {
    request.header("Authorization", "Bearer " + session.current());
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
    return demand(what, timeouts.outage(), question);
  }

  /** Asks a single time. */
  <T> T demandOnce(String what, Calls.Question<T> question) {
    return demand(what, Duration.ZERO, question);
  }

  private <T> T demand(String what, Duration limit, Calls.Question<T> question) {
    try {
      return calls.ask(what, limit, question);
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
