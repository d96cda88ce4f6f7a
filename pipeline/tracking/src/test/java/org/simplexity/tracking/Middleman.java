package org.simplexity.tracking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Stands between tracker and server: keeps what was asked, and can let the server do as asked but
 * lose the answer on the way back.
 */
final class Middleman implements AutoCloseable {
  /** One request that reached the server. */
  record Asked(String path, String body, boolean answerLost) {}

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final Queue<Predicate<String>> losses = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean away = new AtomicBoolean();
  private final URI server;
  private final HttpServer listener;

  Middleman(URI server) {
    this.server = server;
    try {
      listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    listener.setExecutor(threads);
    listener.createContext("/", this::handle);
    listener.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getAddress().getPort());
  }

  /** Loses the answer to the next request whose path ends so. */
  void loseNextAnswerTo(String end) {
    losses.add(path -> path.endsWith(end));
  }

  /** Whether connections break before anything reaches the server. */
  void away(boolean now) {
    away.set(now);
  }

  /** Requests whose path ends so, in order. */
  List<Asked> asked(String end) {
    return asked.stream().filter(one -> one.path().endsWith(end)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (away.get()) {
        return;
      }
      byte[] body = exchange.getRequestBody().readAllBytes();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
              .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      if (type != null) {
        request.header("Content-Type", type);
      }
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      pass(exchange, body, answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(HttpExchange exchange, byte[] body, HttpResponse<byte[]> answer)
      throws IOException {
    String path = exchange.getRequestURI().getPath();
    Predicate<String> loss = losses.peek();
    boolean lost = loss != null && loss.test(path) && losses.remove(loss);
    asked.add(new Asked(path, new String(body, StandardCharsets.UTF_8), lost));
    if (lost) {
      return;
    }
    int length = answer.body().length;
    exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
    if (length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(answer.body());
      }
    }
  }

  @Override
  public void close() {
    listener.stop(0);
    threads.shutdownNow();
  }
}
