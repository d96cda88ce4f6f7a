package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** One buffer of 64 KiB lost in a step would come to 9.4 MiB over 150 of them. */
  private static final long ALLOWED_KIBIBYTES = 8 << 10;

  @BeforeAll
  static void linuxOnly() {
    assumeTrue(Files.isReadable(STATUS), "resident memory is read from " + STATUS);
  }

  @Test
  void staysFlatOverTwoHundredBilevelSteps() throws IOException {
    CellSpace space =
        new CellSpace(
            new CellSpaceSettings(3, 2, 4, List.of(OperationSets.DARTS), 3, 1),
            new Shape(1, 16, 16),
            10);
    Network network = space.supernet();
    try (Plan plan = Plan.compile(network, PlanSettings.defaults(BATCH).withThreads(2))) {
      Runnable step = step(space, plan);
      repeat(step, 50);
      long early = residentKibibytes();
      repeat(step, 150);
      assertThat(residentKibibytes() - early)
          .as("KiB gained between step 50 and step 200, of %d", early)
          .isLessThan(ALLOWED_KIBIBYTES);
    }
  }

  private static Runnable step(CellSpace space, Plan plan) {
    RandomGenerator random = new Seed(3).generator();
    Network network = plan.network();
    plan.parameters().copyFrom(network.initialParameters(random));
    plan.statistics().copyFrom(network.initialStatistics());
    SearchSettings settings = SearchSettings.defaults();
    WeightStep weights = new WeightStep(plan, settings.weights(), settings.epochs());
    StructureStep structure = new StructureStep(plan, space.structure(), settings, new Seed(4));
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
