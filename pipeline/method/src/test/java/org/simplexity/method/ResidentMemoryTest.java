package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.OperationSets;

/** A search runs for days: what a step takes from the system, it must not keep. */
class ResidentMemoryTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int BATCH = 8;

  private static final CellSpace SPACE =
      new CellSpace(
          new CellSpaceSettings(3, 2, 4, List.of(OperationSets.DARTS), 3, 1),
          new Shape(1, 16, 16),
          10);

  private static final int STEPS = 150;

  /**
   * The virtual machine grows by itself now and then: it compiles what runs often and touches its
   * heap. What a step loses is lost in every one of these windows, so their median shows it.
   */
  private static final int WINDOWS = 5;

  private static final int LOST = 64 << 10;

  /** One buffer of 64 KiB lost in a step comes to 9.4 MiB over a window. */
  private static final long ALLOWED_KIBIBYTES = 8 << 10;

  @BeforeAll
  static void linuxOnly() {
    assumeTrue(Files.isReadable(STATUS), "resident memory is read from " + STATUS);
  }

  @Test
  void staysFlatOverBilevelSteps() throws IOException {
    try (Plan plan = plan()) {
      assertThat(gained(step(plan)))
          .as("median KiB gained over 150 steps")
          .isLessThan(ALLOWED_KIBIBYTES);
    }
  }

  @Test
  void seesABufferLostInEveryStep() throws IOException {
    List<ByteBuffer> lost = new ArrayList<>();
    try (Plan plan = plan()) {
      Runnable step = step(plan);
      long gained =
          gained(
              () -> {
                step.run();
                ByteBuffer buffer = ByteBuffer.allocateDirect(LOST);
                for (int at = 0; at < LOST; at += 512) {
                  buffer.put(at, (byte) 1);
                }
                lost.add(buffer);
              });
      assertThat(gained).as("median KiB gained over 150 steps").isGreaterThan(ALLOWED_KIBIBYTES);
      assertThat(lost).hasSize(50 + WINDOWS * STEPS);
    }
  }

  private static Plan plan() {
    return Plan.compile(SPACE.supernet(), PlanSettings.defaults(BATCH).withThreads(2));
  }

  /** The median of what the windows gained, in KiB. */
  private static long gained(Runnable step) throws IOException {
    repeat(step, 50);
    long[] gained = new long[WINDOWS];
    for (int window = 0; window < WINDOWS; window++) {
      long before = residentKibibytes();
      repeat(step, STEPS);
      gained[window] = residentKibibytes() - before;
    }
    Arrays.sort(gained);
    return gained[WINDOWS / 2];
  }

  private static Runnable step(Plan plan) {
    RandomGenerator random = new Seed(3).generator();
    Network network = plan.network();
    plan.parameters().copyFrom(network.initialParameters(random));
    plan.statistics().copyFrom(network.initialStatistics());
    SearchSettings settings = SearchSettings.defaults();
    WeightStep weights = new WeightStep(plan, settings.weights(), settings.epochs());
    StructureStep structure = new StructureStep(plan, SPACE.structure(), settings, new Seed(4));
    float[] images = new float[BATCH * network.input().size()];
    for (int i = 0; i < images.length; i++) {
      images[i] = random.nextFloat();
    }
    int[] labels = random.ints(BATCH, 0, network.classes()).toArray();
    return () -> {
      plan.load(images, labels, BATCH);
      structure.take(1, 0);
      plan.load(images, labels, BATCH);
      weights.take(1, 0);
    };
  }

  private static void repeat(Runnable step, int times) {
    for (int i = 0; i < times; i++) {
      step.run();
    }
  }

  private static long residentKibibytes() throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }
}
