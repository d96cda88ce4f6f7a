package org.simplexity.airflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one DAG run over one long answer, {@code GET …/wait}: a line of JSON with its state each
 * interval, the last when it has ended.
 */
final class Waiting {
  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String END = "";

  private final HttpClient client;
  private final Session session;
  private final Duration interval;
  private final Duration patience;

  /**
   * Prepares.
   *
   * @param interval time between two lines
   * @param patience longest time without a line
   */
  Waiting(HttpClient client, Session session, Duration interval, Duration patience) {
    this.client = client;
    this.session = session;
    this.interval = interval;
    this.patience = interval.plus(patience);
  }

  /**
   * Tells every state until the run has ended or the answer breaks off.
   *
   * @param run address of the DAG run
   * @param listener is told each state but an end
   * @return whether the run has ended
   */
  boolean follow(URI run, Consumer<RunState> listener) throws InterruptedException {
    Lines lines = new Lines();
    try {
      CompletableFuture<?> answer =
          client.sendAsync(request(run), BodyHandlers.fromLineSubscriber(lines));
      try {
        return sawEnd(lines, listener);
      } finally {
        answer.cancel(true);
        lines.stop();
      }
    } catch (IOException e) {
      LOG.debug("No token for the wait: {}", e.getMessage());
      return false;
    }
  }

  private HttpRequest request(URI run) throws IOException {
    String seconds = String.format(Locale.ROOT, "%.3f", interval.toMillis() / 1000.0);
    return HttpRequest.newBuilder(URI.create(run + "/wait?interval=" + seconds))
        .timeout(patience)
        .header("Authorization", "Bearer " + session.token())
        .header("Accept", "application/x-ndjson")
        .build();
  }

  private boolean sawEnd(Lines lines, Consumer<RunState> listener) throws InterruptedException {
    for (String line = lines.next(patience); !line.equals(END); line = lines.next(patience)) {
      Optional<RunState> state = state(line);
      if (state.isEmpty() || state.get().ended()) {
        return state.isPresent();
      }
      listener.accept(state.get());
    }
    return false;
  }

  private static Optional<RunState> state(String line) {
    try {
      String word = JSON.readTree(line).path("state").asText("");
      return word.isEmpty() ? Optional.empty() : Optional.of(RunState.of(word));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // not the answer to this question
    }
  }

  /** Lines as they come; an empty one when no more will. */
  private static final class Lines implements Subscriber<String> {
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    private volatile @Nullable Subscription subscription;

    String next(Duration patience) throws InterruptedException {
      String line = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      return line == null ? END : line;
    }

    void stop() {
      Subscription open = subscription;
      if (open != null) {
        open.cancel();
      }
    }

    @Override
    public void onSubscribe(Subscription made) {
      subscription = made;
      made.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      queue.add(line);
    }

    @Override
    public void onError(Throwable failure) {
      LOG.debug("The wait broke off: {}", failure.getMessage());
      queue.add(END);
    }

    @Override
    public void onComplete() {
      queue.add(END);
    }
  }
}
