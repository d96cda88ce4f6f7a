package org.simplexity.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.BatchNormalisation;

class WorkTest {
  @Test
  void countsAPerceptronAsOnPaper() {
    NetworkBuilder builder = new NetworkBuilder(new Shape(1, 2, 2));
    Value active = builder.relu(builder.dense(builder.input(), 3));
    Work work = Work.of(builder.build(builder.dense(active, 2)), 5);
    assertThat(work.multiplyAdds()).isEqualTo(3 * 5 * (4 * 3 + 3 * 2));
    assertThat(work.leastBytes()).as("4, 3, 3, 2 numbers").isEqualTo(4 * 5 * 4 * (4 + 3 + 3 + 2));
    int inputs = 3 * (4 + 3 + 3);
    int outputs = 2 * (4 + 3 + 3 + 2);
    assertThat(work.separateBytes()).isEqualTo(4L * 5 * (inputs + outputs));
  }

  @Test
  void aNormalisationReadsItsInputTwiceEachWay() {
    NetworkBuilder builder = new NetworkBuilder(new Shape(3, 1, 1));
    Value dense = builder.dense(builder.input(), 2);
    Work bare = Work.of(builder.build(dense), 1);
    NetworkBuilder more = new NetworkBuilder(new Shape(3, 1, 1));
    Value normalised =
        more.batchNormalisation(more.dense(more.input(), 2), BatchNormalisation.defaults());
    Work work = Work.of(more.build(normalised), 1);
    assertThat(work.separateBytes() - bare.separateBytes()).isEqualTo(4 * (2 * 2 + 5 * 2));
  }
}
