package org.simplexity.cli.regress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.simplexity.experiment.run.LocalRunner;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.Flat;
import org.simplexity.regression.Comparability;
import org.simplexity.regression.Comparison;
import org.simplexity.regression.Comparison.Baseline;
import org.simplexity.regression.Difference;
import org.simplexity.regression.Verdict;
import org.simplexity.regression.runs.ExperimentResults;
import org.simplexity.regression.runs.ResultsReader;
import org.simplexity.tracking.Models;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;

/** One regression experiment, from the baseline's name to the exit code. */
final class Regression {
  private final Request request;
  private final Tracker tracker;
  private final Engine engine;
  private final Told told;
  private final BaselineSearch search;

  Regression(Request request, Tracker tracker, Engine engine, Told told) {
    this.request = request;
    this.tracker = tracker;
    this.engine = engine;
    this.told = told;
    this.search = new BaselineSearch(tracker, request.file().experiment().name());
  }

  /** Runs and compares; returns the exit code. */
  int run() throws IOException, InterruptedException {
    Optional<RunSummary> found = search.find(request.baseline());
    if (request.promote() && (found.isEmpty() || isRun(found.get()))) {
      requireAlias();
    }
    if (found.isEmpty()) {
      return request.promote() ? first() : missing();
    }
    Baseline baseline = new Baseline(request.baseline(), results(found.get().id()));
    List<Difference> obstacles = beforehand(found.get());
    return obstacles.isEmpty() ? compare(baseline) : impossible(baseline, obstacles);
  }

  private boolean isRun(RunSummary found) {
    return found.id().startsWith(request.baseline());
  }

  private void requireAlias() {
    if (BaselineSearch.isId(request.baseline())) {
      throw new IllegalArgumentException(
          "--promote moves an alias, but --baseline "
              + request.baseline()
              + " names a run; name an alias, such as main");
    }
    Models.requireAlias(request.baseline());
  }

  /** What is known to differ before anything has run. */
  private List<Difference> beforehand(RunSummary baseline) {
    List<Difference> obstacles = new ArrayList<>();
    if (baseline.status() != RunStatus.FINISHED) {
      obstacles.add(
          new Difference(
              "", "state of the baseline's run", baseline.status().name(), Difference.NOT_RUN));
    }
    Set<String> swept = request.file().experiment().sweep().axes().keySet();
    Map<String, String> parameters = Flat.parameters(request.file().experiment());
    Comparability.ofParameters("", baseline.parameters(), parameters).stream()
        .filter(difference -> !swept.contains(difference.what()))
        .forEach(obstacles::add);
    return obstacles;
  }

  private int compare(Baseline baseline) throws IOException, InterruptedException {
    LocalRunner.Ended ended = engine.run(request.withSeeds(baseline.results().seeds()));
    if (!isComparable(ended.code())) {
      told.line("The candidate did not run to its end: " + ended.code().meaning() + ".");
      return ended.code().code();
    }
    Comparison comparison =
        Comparison.of(baseline, results(ended.runId()), request.rules(), request.alpha());
    told.comparison(comparison);
    new Logged(tracker).log(comparison, told.outputs(comparison));
    if (comparison.verdict() == Verdict.NO_WORSE && request.promote()) {
      promote(ended.runId());
    }
    return comparison.verdict().code();
  }

  /** Whether a failure is the candidate's own, or that of its data, rather than the machine's. */
  private static boolean isComparable(ExitCode code) {
    return switch (code) {
      case DONE, DIVERGED, DEFECT, BAD_DATA -> true;
      case INFRASTRUCTURE, BAD_EXPERIMENT, INTERRUPTED -> false;
    };
  }

  private void promote(String runId) {
    long version = new Promotion(tracker, search.model(), request.baseline()).to(runId).version();
    told.line(
        "Alias "
            + request.baseline()
            + " now points to version "
            + version
            + ", run "
            + runId
            + ".");
  }

  private int impossible(Baseline baseline, List<Difference> obstacles) throws IOException {
    told.comparison(
        Comparison.impossible(
            baseline, ExperimentResults.unknown(search.experiment()), request.alpha(), obstacles));
    return Verdict.NOT_COMPARABLE.code();
  }

  private int missing() throws IOException {
    String message = search.missing(request.baseline());
    Baseline nobody =
        new Baseline(request.baseline(), ExperimentResults.unknown(search.experiment()));
    return impossible(nobody, List.of(new Difference("", "baseline", message, Difference.NOT_RUN)));
  }

  /** There is nothing to be no worse than: a run that went well becomes the baseline. */
  private int first() throws IOException, InterruptedException {
    LocalRunner.Ended ended = engine.run(request.withSeeds(List.of()));
    if (ended.code() != ExitCode.DONE) {
      told.line("No baseline was recorded, because the run failed: " + ended.code().meaning());
      return isComparable(ended.code()) ? Verdict.WORSE.code() : ended.code().code();
    }
    told.first(search.experiment(), request.baseline(), ended.runId());
    promote(ended.runId());
    return Verdict.NO_WORSE.code();
  }

  private ExperimentResults results(String runId) throws IOException {
    return new ResultsReader(tracker).read(runId);
  }
}
