package org.simplexity.regression.output;

import org.simplexity.report.markup.Element;

/**
 * What is told where there was no baseline, so that a run became the first one.
 *
 * @param experiment name of the experiment
 * @param baseline alias that points to the run from now on
 * @param runId id of the run of the whole experiment
 */
public record FirstBaseline(String experiment, String baseline, String runId) {
  /** One sentence that leaves no doubt. */
  public String sentence() {
    return "Nothing was compared: experiment "
        + experiment
        + " had no baseline "
        + baseline
        + ", and run "
        + runId
        + " is recorded as the first.";
  }

  /** JUnit XML with one skipped case, so that nothing looks like a passed comparison. */
  public String junit() {
    Element test =
        Element.of("testcase", Element.of("skipped").with("message", sentence()))
            .with("classname", experiment)
            .with("name", "baseline " + baseline)
            .with("time", "0");
    Element suites = counted("testsuites").add(counted("testsuite").add(test));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + suites.markup() + "\n";
  }

  private Element counted(String tag) {
    return Element.of(tag)
        .with("name", "regress " + experiment)
        .with("tests", "1")
        .with("failures", "0")
        .with("errors", "0")
        .with("skipped", "1");
  }

  /** Markdown for the summary of a job. */
  public String markdown() {
    return "## "
        + Markdown.escaped(experiment + ": first baseline " + baseline)
        + "\n\n"
        + Markdown.escaped(sentence())
        + "\n";
  }
}
