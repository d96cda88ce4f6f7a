package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeEnvironmentTest {

  /** Prints what a native library would see. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] arguments) {
      NativeEnvironment.prepare();
      Function getenv = NativeLibrary.getInstance("c").getFunction("getenv");
      System.out.printf(
          "%s %s %s%n",
          getenv.invokeString(new Object[] {"OMP_NUM_THREADS"}, false),
          getenv.invokeString(new Object[] {"OMP_WAIT_POLICY"}, false),
          System.getProperty("org.bytedeco.javacpp.maxbytes"));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nativeLibrariesSeeOneThreadThatDoesNotSpin() throws IOException {
    assertThat(probe(null)).isEqualTo("1 PASSIVE 0");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatTheUserHasSetStays() throws IOException {
    assertThat(probe("ACTIVE")).isEqualTo("1 ACTIVE 0");
  }

  private static String probe(String policy) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                Probe.class.getName()));
    builder.environment().keySet().removeAll(List.of("OMP_NUM_THREADS", "OMP_WAIT_POLICY"));
    if (policy != null) {
      builder.environment().put("OMP_WAIT_POLICY", policy);
    }
    Process process = builder.start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
