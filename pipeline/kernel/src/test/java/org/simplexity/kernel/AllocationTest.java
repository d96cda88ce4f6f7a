package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class AllocationTest {
  @Test
  void aStepAllocatesNothingToSpeakOf() {
    Network network = Fixtures.supernet(new Shape(1, 12, 12), 8);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Plan plan = Plan.compile(network, PlanSettings.defaults(16).withThreads(1))) {
      Fixtures.fill(plan, 1);
      steps(plan, 50);
      long heap = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      long resident = Pointer.physicalBytes();
      steps(plan, 200);
      long perStep = (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - heap) / 200;
      assertThat(perStep).as("heap bytes a step").isLessThan(4096);
      assertThat(Pointer.physicalBytes() - resident).as("resident bytes").isLessThan(8 << 20);
    }
  }

  private static void steps(Plan plan, int count) {
    for (int step = 0; step < count; step++) {
      plan.gradients(GradientTarget.BOTH);
    }
  }
}
