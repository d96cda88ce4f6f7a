package org.simplexity.experiment.stage;

import java.util.List;
import org.simplexity.experiment.RuntimeSettings;

/** How the Java of a task is started, on every engine. */
public final class JavaOptions {
  /** Memory that Java and its libraries need beside heap and tensors, in MiB. */
  private static final int ROOM_MB = 512;

  private JavaOptions() {}

  /**
   * Options before {@code -jar}.
   *
   * @param runtime use of the machine
   */
  public static List<String> of(RuntimeSettings runtime) {
    return List.of(
        "-Xmx" + runtime.heapMb() + "m",
        "-XX:+UseSerialGC", // the heap is small and its threads are wanted for the work
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        "-Dorg.bytedeco.javacpp.maxbytes=" + runtime.nativeMb() + "m",
        "-Dorg.bytedeco.javacpp.maxphysicalbytes=" + memoryMb(runtime) + "m");
  }

  /**
   * Largest memory of the process in MiB.
   *
   * @param runtime use of the machine
   */
  public static int memoryMb(RuntimeSettings runtime) {
    return runtime.heapMb() + runtime.nativeMb() + ROOM_MB;
  }
}
