package org.simplexity.kernel.execution.onednn;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.execution.BatchMoments;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.graph.Operation;

/**
 * y = Σ_k c_k x_k with c = γ or 1; ∂c_k = ⟨g, x_k⟩. Zero terms are skipped.
 *
 * <p>A sum takes in the terms of {@linkplain Fusion#isInlined inlined} mixtures, and a {@linkplain
 * Fusion#isLazy lazy} term is read as c (scale · x + shift − scale · μ), the constants being added
 * once for all terms, so a node of a cell is one pass over what its operations computed.
 */
final class LinearKernel implements Kernel {
  private final Site site;
  private final @Nullable Slice structure;
  private final boolean inlined;
  private final Term[] terms;
  private final Operand[] operands;
  private final double[][] products;
  private final int tile;

  /** A summand; {@code gamma} is an index into the structure vector, or −1 for a factor of 1. */
  private static final class Term {
    private final Tensor[] source;
    private final @Nullable BatchMoments moments;
    private final int gamma;

    private Term(Tensor[] source, @Nullable BatchMoments moments, int gamma) {
      this.source = source;
      this.moments = moments;
      this.gamma = gamma;
    }
  }

  /** An input whose gradient or product is computed here. */
  private record Operand(int index, Term term, boolean contributes) {}

  LinearKernel(Site site, @Nullable Slice structure) {
    this.site = site;
    this.structure = structure;
    this.inlined = site.fusion().isInlined(site.value());
    List<Term> all = new ArrayList<>();
    if (!inlined) {
      append(all, site.value(), structure);
    }
    this.terms = all.toArray(new Term[0]);
    this.operands = operands();
    this.products = new double[site.chunks().count()][operands.length];
    this.tile = Tiles.length(site.shape().channels());
  }

  private void append(List<Term> all, Value value, @Nullable Slice slice) {
    for (int k = 0; k < value.inputs().size(); k++) {
      Value input = value.inputs().get(k);
      if (site.fusion().isInlined(input) && input.operation() instanceof Operation.Mix mixture) {
        append(all, input, mixture.structure());
      } else if (!(input.operation() instanceof Operation.Zero)) {
        all.add(term(input, slice == null ? -1 : slice.offset() + k));
      }
    }
  }

  private Term term(Value input, int gamma) {
    return site.fusion().isLazy(input)
        ? new Term(site.data(input.inputs().get(0)), site.moments(input), gamma)
        : new Term(site.data(input), null, gamma);
  }

  private Operand[] operands() {
    List<Operand> found = new ArrayList<>();
    Fusion fusion = site.fusion();
    for (int k = 0; k < site.inputs().size(); k++) {
      Value input = site.inputs().get(k);
      boolean lent = fusion.gradientOwner(input) == fusion.gradientOwner(site.value());
      if (!lent && !(input.operation() instanceof Operation.Zero)) {
        boolean contributes = site.task().uses().get(k) != GradientUse.NONE;
        found.add(
            new Operand(
                k, term(input, structure == null ? -1 : structure.offset() + k), contributes));
      }
    }
    return found.toArray(new Operand[0]);
  }

  @Override
  public void forward(int chunk) {
    if (inlined) {
      return;
    }
    Tiles tiles = site.tiles(chunk);
    float[] x = tiles.get(0);
    float[] y = tiles.get(1);
    float[] constant = tiles.get(2);
    FloatBuffer out = site.out(chunk).buffer();
    prepare(tiles, constant, Math.min(tile, out.capacity()));
    for (int at = 0; at < out.capacity(); at += tile) {
      int n = Math.min(tile, out.capacity() - at);
      System.arraycopy(constant, 0, y, 0, n);
      for (int k = 0; k < terms.length; k++) {
        add(chunk, k, at, n, x, y);
      }
      out.put(at, y, 0, n);
    }
  }

  private void add(int chunk, int k, int at, int n, float[] x, float[] y) {
    float factor = factor(terms[k]);
    if (factor != 0) {
      terms[k].source[chunk].buffer().get(at, x, 0, n);
      if (terms[k].moments == null) {
        Loops.addScaled(factor, x, y, n);
      } else {
        Loops.addWeighted(site.tiles(chunk).sum(k), x, y, n);
      }
    }
  }

  /** Leaves the factors of lazy terms, and the sum of all that is constant. */
  private void prepare(Tiles tiles, float[] constant, int n) {
    int channels = site.shape().channels();
    Arrays.fill(constant, 0, channels, 0f);
    for (int k = 0; k < terms.length; k++) {
      BatchMoments moments = terms[k].moments;
      float factor = factor(terms[k]);
      if (moments != null && factor != 0) {
        float[] scales = tiles.sum(k);
        for (int c = 0; c < channels; c++) {
          double scale = factor * moments.scales()[c];
          scales[c] = (float) scale;
          constant[c] += (float) (factor * moments.shifts()[c] - scale * moments.means()[c]);
        }
        Loops.repeat(scales, channels, n);
      }
    }
    Loops.repeat(constant, channels, n);
  }

  @Override
  public void backward(int chunk) {
    boolean sums = structure != null && site.pass().target().structure();
    for (int i = 0; i < operands.length; i++) {
      if (sums) {
        products[chunk][i] = product(chunk, operands[i].term);
      }
      if (operands[i].contributes) {
        contribute(chunk, operands[i]);
      }
    }
  }

  private double product(int chunk, Term term) {
    Tiles tiles = site.tiles(chunk);
    float[] g = tiles.get(0);
    float[] x = tiles.get(1);
    float[] sums = tiles.get(2);
    FloatBuffer dy = site.outGradient(chunk).buffer();
    Arrays.fill(sums, 0, tile, 0f);
    if (term.moments != null) {
      Coefficients.load(term.moments, tiles, Math.min(tile, dy.capacity()));
    }
    for (int at = 0; at < dy.capacity(); at += tile) {
      int n = Math.min(tile, dy.capacity() - at);
      dy.get(at, g, 0, n);
      term.source[chunk].buffer().get(at, x, 0, n);
      if (term.moments != null) {
        Loops.normalise(
            x, Coefficients.m(tiles), Coefficients.s(tiles), Coefficients.t(tiles), x, n);
      }
      Loops.addProducts(g, x, sums, n);
    }
    return Loops.sum(sums, tile);
  }

  private void contribute(int chunk, Operand operand) {
    Tiles tiles = site.tiles(chunk);
    float factor = factor(operand.term);
    GradientUse use = site.task().uses().get(operand.index);
    FloatBuffer dy = site.outGradient(chunk).buffer();
    FloatBuffer dx = site.inGradient(operand.index, chunk).buffer();
    for (int at = 0; at < dy.capacity(); at += tile) {
      int n = Math.min(tile, dy.capacity() - at);
      dy.get(at, tiles.get(0), 0, n);
      Loops.scale(factor, tiles.get(0), tiles.get(1), n);
      Contribution.put(use, tiles.get(1), dx, at, tiles.get(2), n);
    }
  }

  @Override
  public void finish() {
    if (structure != null && site.pass().target().structure()) {
      FlatVector gradients = site.vectors().structureGradients();
      for (int i = 0; i < operands.length; i++) {
        double sum = 0;
        for (double[] chunk : products) {
          sum += chunk[i];
        }
        int index = structure.offset() + operands[i].index;
        gradients.set(index, gradients.get(index) + sum);
      }
    }
  }

  private float factor(Term term) {
    return term.gamma < 0 ? 1f : (float) site.vectors().structure().get(term.gamma);
  }
}
