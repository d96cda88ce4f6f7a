package org.simplexity.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Layout;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Outcome;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.archive.NamedArray;
import org.simplexity.kernel.archive.NumpyArchive;

/**
 * Writes a step out for comparison with another program: {@code images}, {@code labels}, {@code
 * logits} and {@code loss}, and by name every slice of the weights ({@code parameters/…}), of ∂w
 * ({@code gradients/…}), of γ ({@code structure/…}) and of ∂γ ({@code structure_gradients/…}).
 */
final class StepExport {
  private StepExport() {}

  /** Computes all gradients on a batch and writes them; nothing is moved. */
  static void write(Path file, Plan plan, RandomBatch batch) throws IOException {
    batch.load(plan);
    Outcome outcome = plan.gradients(GradientTarget.BOTH);
    Network network = plan.network();
    int examples = plan.settings().batch();
    Shape input = network.input();
    List<NamedArray> arrays = new ArrayList<>();
    arrays.add(
        new NamedArray(
            "images",
            List.of(examples, input.channels(), input.height(), input.width()),
            batch.images()));
    arrays.add(new NamedArray("labels", List.of(examples), batch.labels()));
    arrays.add(
        new NamedArray("logits", List.of(examples, network.classes()), single(plan.logits())));
    arrays.add(new NamedArray("loss", List.of(1), new float[] {(float) outcome.loss()}));
    slices("parameters/", network.parameters(), plan.parameters(), arrays);
    slices("gradients/", network.parameters(), plan.parameterGradients(), arrays);
    slices("structure/", network.structure(), plan.structure(), arrays);
    slices("structure_gradients/", network.structure(), plan.structureGradients(), arrays);
    NumpyArchive.write(file, arrays);
  }

  private static void slices(
      String prefix, Layout layout, FlatVector vector, List<NamedArray> arrays) {
    float[] values = vector.toFloatArray();
    for (Slice slice : layout.slices()) {
      float[] part = Arrays.copyOfRange(values, slice.offset(), slice.end());
      arrays.add(new NamedArray(prefix + slice.name(), slice.shape(), part));
    }
  }

  private static float[] single(double[] values) {
    float[] numbers = new float[values.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) values[i];
    }
    return numbers;
  }
}
