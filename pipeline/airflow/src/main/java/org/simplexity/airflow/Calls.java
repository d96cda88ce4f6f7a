package org.simplexity.airflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedPredicate;
import java.io.IOException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.simplexity.airflow.api.client.ApiException;

/** Asks Airflow; tries again, with growing and jittered pauses, what time may mend. */
final class Calls {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final double JITTER = 0.25;

  private final Address address;
  private final Session session;

  Calls(Address address, Session session) {
    this.address = address;
    this.session = session;
  }

  /** One question to the generated client. */
  @FunctionalInterface
  interface Question<T> {
    /** Asks once. */
    T ask() throws ApiException, IOException;
  }

  /**
   * Asks until there is an answer.
   *
   * @param what what is asked, completing "cannot …"
   * @param limit how long to go on
   * @param question asks once; asking twice must do no harm
   * @throws Refusal if Airflow refuses and the question can be changed to mend it
   * @throws AirflowException if there is no answer in time, or the caller may not ask
   */
  <T> T ask(String what, Duration limit, Question<T> question) throws Refusal {
    return ask(what, limit, Calls::mayPass, question);
  }

  /**
   * Asks until there is an answer, or none comes: only where Airflow itself says that it did
   * nothing, it is asked again.
   *
   * @param what what is asked, completing "cannot …"
   * @param limit how long to go on
   * @param question asks once; asking twice may do harm
   * @throws Refusal as {@link #ask}
   */
  <T> T askWithCare(String what, Duration limit, Question<T> question) throws Refusal {
    return ask(what, limit, Calls::isUndone, question);
  }

  private <T> T ask(
      String what, Duration limit, CheckedPredicate<Throwable> again, Question<T> question)
      throws Refusal {
    long start = System.nanoTime();
    try {
      return Failsafe.with(policy(limit, again), renewal()).get(() -> once(question));
    } catch (FailsafeException e) {
      throw told(what, failure(e), Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private <T> T once(Question<T> question) throws IOException {
    session.token();
    try {
      return question.ask();
    } catch (ApiException e) {
      throw Refusal.of(e);
    }
  }

  private static RetryPolicy<Object> policy(Duration limit, CheckedPredicate<Throwable> again) {
    Duration quarter = limit.dividedBy(4);
    Duration longest = quarter.compareTo(LONGEST) < 0 ? quarter : LONGEST;
    Duration first = FIRST.compareTo(longest) < 0 ? FIRST : longest.dividedBy(2);
    return RetryPolicy.builder()
        .handleIf(again)
        .withMaxRetries(-1)
        .withJitter(JITTER)
        .withBackoff(first, longest)
        .withMaxDuration(limit)
        .build();
  }

  /** A token that is not taken is renewed once. */
  private RetryPolicy<Object> renewal() {
    return RetryPolicy.builder()
        .handleIf(
            thrown -> thrown instanceof Refusal refusal && refusal.isOfToken() && session.forget())
        .withMaxRetries(1)
        .build();
  }

  /** Busy or locked: the request had no effect. */
  private static boolean isUndone(Throwable failure) {
    return failure instanceof Refusal refusal
        && (refusal.status() == 429 || refusal.status() == 503);
  }

  private static boolean mayPass(Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return refusal.passing();
    }
    return failure instanceof IOException
        && !(failure instanceof JsonProcessingException)
        && !(failure instanceof SSLException);
  }

  private static IOException failure(FailsafeException thrown) {
    if (thrown.getCause() instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return thrown.getCause() instanceof IOException io ? io : new IOException(thrown);
  }

  private AirflowException told(String what, IOException failure, Duration waited) throws Refusal {
    if (failure instanceof Refusal refusal && !refusal.passing()) {
      return refused(what, refusal);
    }
    if (failure instanceof JsonProcessingException) {
      return new AirflowException(
          AirflowException.Kind.BAD_USE,
          "something other than Airflow answers at "
              + address.base()
              + "; name another with --airflow URL");
    }
    return new AirflowException(
        AirflowException.Kind.UNREACHABLE,
        "cannot " + what + " at " + address.base() + ": " + Remedy.silent(failure, address, waited),
        failure);
  }

  private AirflowException refused(String what, Refusal refusal) throws Refusal {
    if (refusal.isOfToken()) {
      return session.refused(refusal);
    }
    if (refusal.status() == 403) {
      return new AirflowException(
          AirflowException.Kind.CREDENTIALS,
          "cannot "
              + what
              + " at "
              + address.base()
              + ": the user may not ("
              + refusal.detail()
              + ")",
          refusal);
    }
    throw refusal;
  }
}
