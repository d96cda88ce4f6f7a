package org.simplexity.airflow;

import java.net.http.HttpClient;

/**
 * How connections to Airflow are made. HTTP/1.1: its server answers the JDK's offer to upgrade to
 * HTTP/2 with 400 to every request that has a body. Redirections are not followed: the token would
 * go to wherever they lead.
 */
final class Http {
  private Http() {}

  static HttpClient.Builder builder(AirflowSettings settings) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(new Proxies(settings.environment()))
            .connectTimeout(settings.timeouts().connect());
    settings.authorities().map(Authorities::with).ifPresent(builder::sslContext);
    return builder;
  }
}
