package org.simplexity.kernel;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.util.Locale;
import java.util.Map;

/**
 * What native libraries read when they are loaded, set from within the JVM: so a plain {@code java
 * -jar} is as fast as a start through the launcher.
 *
 * <p>Plans bring their own threads, so OpenMP gets one and must not spin; glibc's allocator keeps
 * large blocks instead of returning them to the system after every use. Values that the user has
 * set stay. Where a call is not available (Windows, macOS), the rest is set all the same.
 */
public final class NativeEnvironment {
  private static final Map<String, String> VARIABLES =
      Map.of("OMP_WAIT_POLICY", "PASSIVE", "OMP_NUM_THREADS", "1");

  /** Keys of glibc's {@code mallopt}. */
  private static final int M_TRIM_THRESHOLD = -1;

  private static final int M_MMAP_THRESHOLD = -3;

  /** The largest threshold that glibc accepts. */
  private static final int MMAP_BYTES = 32 << 20;

  private static final int TRIM_BYTES = 1 << 30;

  private NativeEnvironment() {}

  /** Prepares the process; call it first, before anything native is loaded. */
  public static void prepare() {
    limitNativeMemory();
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (!system.contains("windows")) {
      setVariables();
    }
    if (system.contains("linux") && System.getenv("MALLOC_MMAP_THRESHOLD_") == null) {
      keepLargeBlocks();
    }
  }

  /**
   * JavaCPP counts native memory against the heap's limit unless told otherwise; 0 means no limit.
   */
  private static void limitNativeMemory() {
    setProperty("org.bytedeco.javacpp.maxbytes");
    setProperty("org.bytedeco.javacpp.maxphysicalbytes");
  }

  private static void setProperty(String name) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, "0");
    }
  }

  private static void setVariables() {
    try {
      Function setenv = NativeLibrary.getInstance("c").getFunction("setenv");
      VARIABLES.forEach((name, value) -> setenv.invokeInt(new Object[] {name, value, 0}));
    } catch (UnsatisfiedLinkError e) {
      warn("OpenMP's environment", e);
    }
  }

  private static void keepLargeBlocks() {
    try {
      Function mallopt = NativeLibrary.getInstance("c").getFunction("mallopt");
      mallopt.invokeInt(new Object[] {M_MMAP_THRESHOLD, MMAP_BYTES});
      mallopt.invokeInt(new Object[] {M_TRIM_THRESHOLD, TRIM_BYTES});
    } catch (UnsatisfiedLinkError e) {
      warn("glibc's allocator", e);
    }
  }

  private static void warn(String what, UnsatisfiedLinkError e) {
    System.getLogger(NativeEnvironment.class.getName())
        .log(System.Logger.Level.DEBUG, "could not set " + what, e);
  }
}
