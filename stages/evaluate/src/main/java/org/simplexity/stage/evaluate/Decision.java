package org.simplexity.stage.evaluate;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether a contender becomes champion, and why.
 *
 * @param verdict what was found
 * @param reason one sentence for people
 */
record Decision(Verdict verdict, String reason) {
  /** What a comparison can come to. */
  enum Verdict {
    /** There was no champion. */
    FIRST,
    /** The champion is this very experiment, whose stage runs again. */
    AGAIN,
    /** The contender is better. */
    BETTER,
    /** The contender is not better. */
    NOT_BETTER,
    /** The two were not measured alike. */
    INCOMPARABLE
  }

  /**
   * Decides.
   *
   * @param champion the champion so far
   * @param contender who wants its place
   * @param runId run that the contender would stand for
   */
  static Decision of(Optional<Standing> champion, Contender contender, String runId) {
    if (champion.isEmpty()) {
      return new Decision(Verdict.FIRST, "there was no champion yet");
    }
    if (champion.get().runId().equals(runId)) {
      return new Decision(Verdict.AGAIN, "this experiment is the champion already");
    }
    String run = champion.get().runId();
    return champion
        .get()
        .result()
        .map(result -> between(result, run, contender))
        .orElseGet(
            () -> incomparable("the version of champion " + run + " does not say what it reached"));
  }

  private static Decision between(Standing.Result champion, String run, Contender contender) {
    if (!champion.data().equals(contender.data())) {
      return incomparable(
          "champion %s was measured on other test images (%.12s…, here %.12s…)"
              .formatted(run, champion.data(), contender.data()));
    }
    boolean better = contender.accuracy() > champion.accuracy();
    return new Decision(
        better ? Verdict.BETTER : Verdict.NOT_BETTER,
        String.format(
            Locale.ROOT,
            "test accuracy %.4f is %s than the %.4f of champion %s",
            contender.accuracy(),
            better ? "higher" : "not higher",
            champion.accuracy(),
            run));
  }

  private static Decision incomparable(String reason) {
    return new Decision(Verdict.INCOMPARABLE, reason);
  }

  /** Whether the contender is the champion from now on. */
  boolean moves() {
    return switch (verdict) {
      case FIRST, AGAIN, BETTER -> true;
      case NOT_BETTER, INCOMPARABLE -> false;
    };
  }

  /** Whether the two could be compared, if there were two. */
  boolean isComparable() {
    return verdict != Verdict.INCOMPARABLE;
  }
}
