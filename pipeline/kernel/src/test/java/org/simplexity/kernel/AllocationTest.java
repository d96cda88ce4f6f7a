package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class AllocationTest {
  @Test
  void aStepAllocatesNothingToSpeakOf() {
    check(PlanSettings.defaults(16), plan -> plan.gradients(GradientTarget.BOTH));
  }

  @Test
  void neitherDoGradientsOfImagesUnderAStructureForEachExample() {
    check(
        PlanSettings.defaults(16).withInputGradients(true).withStructurePerExample(true),
        plan -> {
          plan.gradients(GradientTarget.BOTH);
          plan.inputGradients();
        });
  }

  private static void check(PlanSettings settings, Consumer<Plan> step) {
    Network network = Fixtures.supernet(new Shape(1, 12, 12), 8);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Plan plan = Plan.compile(network, settings.withThreads(1))) {
      Fixtures.fill(plan, 1);
      steps(plan, step, 50);
      long heap = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      long resident = Pointer.physicalBytes();
      steps(plan, step, 200);
      long perStep = (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - heap) / 200;
      assertThat(perStep).as("heap bytes a step").isLessThan(4096);
      assertThat(Pointer.physicalBytes() - resident).as("resident bytes").isLessThan(8 << 20);
    }
  }

  private static void steps(Plan plan, Consumer<Plan> step, int count) {
    for (int i = 0; i < count; i++) {
      step.accept(plan);
    }
  }
}
