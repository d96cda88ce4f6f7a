package org.simplexity.method.adanet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.simplexity.kernel.Layout;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.archive.NamedArray;
import org.simplexity.kernel.archive.NumpyArchive;

/** All numbers of an ensemble in one archive. */
final class EnsembleArchive {
  private EnsembleArchive() {}

  static void write(List<Member> members, double[] mixture, Path file) throws IOException {
    List<NamedArray> arrays = new ArrayList<>();
    float[] weights = new float[mixture.length];
    for (int j = 0; j < weights.length; j++) {
      weights[j] = (float) mixture[j];
      Member member = members.get(j);
      String prefix = "member." + j + ".";
      float[] parameters = member.plan().parameters().toFloatArray();
      float[] statistics = member.plan().statistics().toFloatArray();
      add(prefix, member.network().parameters(), parameters, arrays);
      add(prefix, member.network().statistics(), statistics, arrays);
    }
    arrays.add(new NamedArray("mixture", List.of(weights.length), weights));
    NumpyArchive.write(file, arrays);
  }

  private static void add(String prefix, Layout layout, float[] vector, List<NamedArray> arrays) {
    for (Slice slice : layout.slices()) {
      float[] values = Arrays.copyOfRange(vector, slice.offset(), slice.end());
      arrays.add(new NamedArray(prefix + slice.name(), slice.shape(), values));
    }
  }
}
