package org.simplexity.tracking;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import dev.failsafe.function.CheckedRunnable;
import dev.failsafe.function.CheckedSupplier;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;

/**
 * Tries again, with growing and jittered pauses, what time may mend.
 *
 * @param address server that is asked, for messages
 * @param limit how long to go on; the last failure is told then
 */
record Patience(Address address, Duration limit) {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final double JITTER = 0.25;

  /**
   * Asks until there is an answer.
   *
   * @param what what is asked, completing "cannot …"
   * @param question asks once
   * @throws TrackingException if the server refuses, or does not answer within the limit
   */
  <T> T ask(String what, CheckedSupplier<T> question) {
    long start = System.nanoTime();
    try {
      return Failsafe.with(policy(limit).build()).get(question);
    } catch (FailsafeException e) {
      throw told(what, e.getCause() instanceof IOException io ? io : new IOException(e), start);
    }
  }

  /**
   * Asks for something that has no answer.
   *
   * @param what what is asked, completing "cannot …"
   * @param request asks once
   * @throws TrackingException as {@link #ask}
   */
  void order(String what, CheckedRunnable request) {
    ask(
        what,
        () -> {
          request.run();
          return true;
        });
  }

  /** Pauses between tries; goes on for ever if the limit is zero. */
  static RetryPolicyBuilder<Object> policy(Duration limit) {
    RetryPolicyBuilder<Object> policy =
        RetryPolicy.builder().handleIf(Refusal::mayPass).withMaxRetries(-1).withJitter(JITTER);
    if (limit.isZero()) {
      return policy.withBackoff(FIRST, LONGEST);
    }
    Duration quarter = limit.dividedBy(4);
    Duration longest = quarter.compareTo(LONGEST) < 0 ? quarter : LONGEST;
    Duration first = FIRST.compareTo(longest) < 0 ? FIRST : longest.dividedBy(2);
    return policy.withBackoff(first, longest).withMaxDuration(limit);
  }

  private TrackingException told(String what, IOException failure, long start) {
    if (failure instanceof NoSuchFileException missing) {
      return new TrackingException("cannot " + what + ": no file " + missing.getFile(), failure);
    }
    if (Refusal.isLocal(failure)) {
      return new TrackingException(
          "cannot "
              + what
              + ": "
              + failure.getMessage()
              + "; free space there or choose another folder",
          failure);
    }
    String where = "cannot " + what + " at " + address.base() + ": ";
    if (failure instanceof Refusal refusal && !refusal.passing()) {
      return new TrackingException(where + Remedy.refused(refusal, address), failure);
    }
    Duration waited = Duration.ofNanos(System.nanoTime() - start);
    return new TrackingException(where + Remedy.silent(failure, address, waited), failure);
  }
}
