package org.simplexity.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher builds what changed, once, and nothing else. */
class LauncherBuildTest {
  @TempDir private Path folder;
  private FakeCheckout checkout;

  @BeforeEach
  void aFreshCheckout() throws IOException {
    checkout = new FakeCheckout(folder);
  }

  @Test
  void aFreshCheckoutIsBuiltAndAnUnchangedOneIsNot() throws Exception {
    Shell.Outcome first = checkout.simplexity("build");
    assertThat(first.code()).as(first.errors()).isZero();
    assertThat(first.errors()).contains("first build");
    assertThat(checkout.builds()).isEqualTo(1);
    assertThat(checkout.simplexity("build").code()).isZero();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pipeline/kernel/src/main/java/Kernel.java",
        "pipeline/kernel/src/main/java/New File.java",
        "pipeline/kernel/pom.xml",
        "pom.xml",
        ".mvn/maven.config",
        "NOTICE"
      })
  void aChangedSourceIsBuilt(String file) throws Exception {
    checkout.simplexity("build");
    checkout.write(file, "changed");
    assertThat(checkout.simplexity("build").errors()).contains("sources changed: building");
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pipeline/kernel/src/test/java/KernelTest.java",
        "pipeline/kernel/target/classes/Kernel.class",
        "pipeline/kernel/.jqwik-database",
        "docs/page.md",
        "experiments/mine.yaml"
      })
  void aFileThatIsNotInTheDistributionIsNoReasonToBuild(String file) throws Exception {
    checkout.simplexity("build");
    checkout.write(file, "changed");
    assertThat(checkout.simplexity("build").code()).isZero();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void anotherBuildOptionIsAReasonToBuild() throws Exception {
    checkout.simplexity("build");
    Map<String, String> cuda = Map.of("SIMPLEXITY_MAVEN_ARGS", "-Pcuda");
    checkout.shell(cuda).run("./simplexity", "build");
    assertThat(folder.resolve("calls")).content().contains("-Pcuda");
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void aFailedBuildShowsErrorsAndLogAndIsTriedAgain() throws Exception {
    checkout.write("broken", "");
    Shell.Outcome failed = checkout.simplexity("build");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.errors())
        .contains("Kernel.java:[3,1] cannot find symbol")
        .contains("target/build.log")
        .doesNotContain("chatter");
    Files.delete(folder.resolve("broken"));
    assertThat(checkout.simplexity("build").code()).isZero();
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void launchesSideBySideBuildOnce() throws Exception {
    Shell slow = checkout.shell(Map.of("FAKE_BUILD_SECONDS", "2"));
    CompletableFuture<?>[] launches =
        Stream.generate(() -> CompletableFuture.runAsync(() -> build(slow)))
            .limit(3)
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(launches).join();
    assertThat(checkout.builds()).isEqualTo(1);
    assertThat(folder.resolve("target/launcher.lock")).doesNotExist();
  }

  @Test
  void theLockOfAProcessThatIsGoneIsTakenOver() throws Exception {
    checkout.write("target/launcher.lock/pid", "999999999");
    assertThat(checkout.simplexity("build").code()).isZero();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  private static void build(Shell shell) {
    try {
      assertThat(shell.run("./simplexity", "build").code()).isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
