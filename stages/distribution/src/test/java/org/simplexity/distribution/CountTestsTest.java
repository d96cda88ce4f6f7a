package org.simplexity.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last lines of {@code ./simplexity test}. */
class CountTestsTest {
  @TempDir private Path folder;

  @Test
  void reportsOfAllModulesAreAddedUp() throws Exception {
    report("pipeline/kernel", "<testcase classname='a.KernelTest' name='adds'/>");
    report(
        "stages/search",
        "<testcase classname='a.SearchTest' name='finds'/>"
            + "<testcase classname='a.SearchTest' name='draws'><skipped message='no browser'/></testcase>");
    Shell.Outcome outcome = count();
    assertThat(outcome.code()).as(outcome.errors()).isZero();
    assertThat(outcome.output())
        .isEqualTo("skipped  SearchTest.draws: no browser\nTests: 2 passed, 0 failed, 1 skipped\n");
  }

  @Test
  void testsOfTheDagsAreCountedToo() throws Exception {
    report("pipeline/kernel", "<testcase classname='a.KernelTest' name='adds'/>");
    Path reports = Files.createDirectories(folder.resolve("dags/target/test-reports"));
    Files.writeString(
        reports.resolve("TEST-dags.xml"),
        "<testsuites><testsuite><testcase classname='tests.test_run' name='test_a'>"
            + "<failure message='assert 1 == 2'>long</failure></testcase></testsuite></testsuites>");
    assertThat(count().output())
        .isEqualTo(
            "FAILED   test_run.test_a: assert 1 == 2\nTests: 1 passed, 1 failed, 0 skipped\n");
  }

  @Test
  void assumptionsThatDoNotHoldAreShownWithTheirReasonOnly() throws Exception {
    String thrown = "<skipped type='x'><![CDATA[org.opentest4j.TestAbortedException: ";
    String trace =
        "\n\tat java.base/java.lang.Thread.run(Thread.java:840)\n]]></skipped></testcase>";
    report(
        "pipeline/data",
        "<testcase classname='a.DiskTest' name='fills'>"
            + thrown
            + "Assumption failed: needs root on Linux"
            + trace
            + "<testcase classname='a.FullTest' name='reads'>"
            + thrown
            + "\nassumption was not met due to: [DATA names no folder] \nExpecting not blank"
            + " but was: null"
            + trace
            + "<testcase classname='a.FullTest' name='counts'/>");
    assertThat(count().output())
        .isEqualTo(
            """
            skipped  DiskTest.fills: needs root on Linux
            skipped  FullTest.reads: DATA names no folder
            Tests: 1 passed, 0 failed, 2 skipped
            """);
  }

  @Test
  void failuresAndErrorsFailTheWholeAndAreNamed() throws Exception {
    report(
        "pipeline/data",
        "<testcase classname='a.DataTest' name='reads'><failure message='expected 3&#10;was 4'/></testcase>"
            + "<testcase classname='a.DataTest' name='splits'><error>java.io.IOException</error></testcase>");
    Shell.Outcome outcome = count();
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("FAILED   DataTest.reads: expected 3 was 4\n")
        .contains("FAILED   DataTest.splits: java.io.IOException\n")
        .endsWith("Tests: 0 passed, 2 failed, 0 skipped\n");
  }

  @Test
  void noTestsAtAllIsAFailure() throws Exception {
    assertThat(count().code()).isEqualTo(1);
  }

  private Shell.Outcome count() throws IOException, InterruptedException {
    String script = Checkout.ROOT.resolve("launcher/count_tests.py").toString();
    return new Shell(folder, Map.of()).run("python3", script, folder.toString());
  }

  private void report(String module, String cases) throws IOException {
    Path reports = Files.createDirectories(folder.resolve(module + "/target/surefire-reports"));
    Files.writeString(reports.resolve("TEST-a.xml"), "<testsuite>" + cases + "</testsuite>");
  }
}
