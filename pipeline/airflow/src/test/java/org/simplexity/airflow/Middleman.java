package org.simplexity.airflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Stands between client and Airflow, counts what is asked, and plays a trick where told to. */
final class Middleman implements AutoCloseable {
  /** What happens to one request instead of being passed on. */
  @FunctionalInterface
  interface Trick {
    /** Answers, or breaks the connection by not answering. */
    void play(HttpExchange exchange, Middleman middleman) throws IOException, InterruptedException;
  }

  private record Planned(String end, Trick trick) {}

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final Queue<Planned> tricks = new ConcurrentLinkedQueue<>();
  private final URI server;
  private final HttpServer listener;
  private final String scheme;

  Middleman(URI server) {
    this(server, Optional.empty());
  }

  Middleman(URI server, Optional<SSLContext> secured) {
    this.server = server;
    this.scheme = secured.isPresent() ? "https" : "http";
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try {
      listener = secured.isPresent() ? secured(free, secured.get()) : HttpServer.create(free, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    listener.setExecutor(threads);
    listener.createContext("/", this::handle);
    listener.start();
  }

  private static HttpServer secured(InetSocketAddress free, SSLContext context) throws IOException {
    HttpsServer server = HttpsServer.create(free, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return server;
  }

  URI uri() {
    return URI.create(scheme + "://localhost:" + listener.getAddress().getPort());
  }

  /** Plays a trick on the next request whose path ends so. */
  void onNext(String end, Trick trick) {
    tricks.add(new Planned(end, trick));
  }

  /** How many requests came whose path ends so. */
  long asked(String end) {
    return asked.stream().filter(path -> path.endsWith(end)).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    try (exchange) {
      Optional<Planned> planned = tricks.stream().filter(p -> path.endsWith(p.end())).findFirst();
      if (planned.isPresent() && tricks.remove(planned.get())) {
        planned.get().trick().play(exchange, this);
      } else {
        pass(exchange, exchange.getRequestHeaders().getFirst("Authorization"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Passes a request on with this header {@code Authorization}, and the answer back as it comes.
   */
  void pass(HttpExchange exchange, String authorization) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = answer(exchange, authorization);
    exchange.sendResponseHeaders(answer.statusCode(), 0);
    try (InputStream in = answer.body();
        OutputStream out = exchange.getResponseBody()) {
      byte[] buffer = new byte[1 << 12];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
    }
  }

  /** Asks the server as the client did. */
  HttpResponse<InputStream> answer(HttpExchange exchange, String authorization)
      throws IOException, InterruptedException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    for (String name : List.of("Content-Type", "Accept")) {
      Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
          .ifPresent(value -> request.header(name, value));
    }
    return client.send(request.build(), BodyHandlers.ofInputStream());
  }

  @Override
  public void close() {
    listener.stop(0);
    threads.shutdownNow();
  }
}
