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
 *
 * <p>All examples of a chunk are one row of numbers, or each of them is one, with a γ of its own.
 */
final class LinearKernel implements Kernel {
  private final Site site;
  private final @Nullable Slice structure;
  private final boolean inlined;
  private final Term[] terms;
  private final Operand[] operands;
  private final boolean perExample;
  private final double[][][] products;
  private final int tile;

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
    this.perExample = site.vectors().hasStructurePerExample();
    this.products = new double[site.chunks().count()][][];
    for (int chunk = 0; chunk < products.length; chunk++) {
      products[chunk] = new double[rows(chunk)][operands.length];
    }
    this.tile = Tiles.length(site.shape().channels());
  }

  private void append(List<Term> all, Value value, @Nullable Slice slice) {
    for (int k = 0; k < value.inputs().size(); k++) {
      Value input = value.inputs().get(k);
      if (site.fusion().isInlined(input) && input.operation() instanceof Operation.Mix mixture) {
        append(all, input, mixture.structure());
      } else if (!(input.operation() instanceof Operation.Zero)) {
        all.add(Term.of(site, input, slice == null ? -1 : slice.offset() + k));
      }
    }
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
                k,
                Term.of(site, input, structure == null ? -1 : structure.offset() + k),
                contributes));
      }
    }
    return found.toArray(new Operand[0]);
  }

  @Override
  public void forward(int chunk) {
    for (int row = 0; row < rows(chunk) && !inlined; row++) {
      forward(chunk, row);
    }
  }

  private int rows(int chunk) {
    return perExample ? site.chunks().size(chunk) : 1;
  }

  private void forward(int chunk, int row) {
    Tiles tiles = site.tiles(chunk);
    float[] x = tiles.get(0);
    float[] y = tiles.get(1);
    float[] constant = tiles.get(2);
    FloatBuffer out = site.out(chunk).buffer();
    int length = out.capacity() / rows(chunk);
    int end = (row + 1) * length;
    prepare(chunk, row, constant, Math.min(tile, length));
    for (int at = row * length; at < end; at += tile) {
      int n = Math.min(tile, end - at);
      System.arraycopy(constant, 0, y, 0, n);
      for (int k = 0; k < terms.length; k++) {
        add(chunk, k, factor(terms[k], chunk, row), at, n, x, y);
      }
      out.put(at, y, 0, n);
    }
  }

  private void add(int chunk, int k, float factor, int at, int n, float[] x, float[] y) {
    if (factor != 0) {
      terms[k].source(chunk).buffer().get(at, x, 0, n);
      if (terms[k].moments() == null) {
        Loops.addScaled(factor, x, y, n);
      } else {
        Loops.addWeighted(site.tiles(chunk).sum(k), x, y, n);
      }
    }
  }

  /** Leaves the factors of lazy terms, and the sum of all that is constant. */
  private void prepare(int chunk, int row, float[] constant, int n) {
    Tiles tiles = site.tiles(chunk);
    int channels = site.shape().channels();
    Arrays.fill(constant, 0, channels, 0f);
    for (int k = 0; k < terms.length; k++) {
      BatchMoments moments = terms[k].moments();
      float factor = factor(terms[k], chunk, row);
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
    boolean sums = structure != null && site.pass().wantsStructure();
    for (int i = 0; i < operands.length; i++) {
      for (int row = 0; row < rows(chunk); row++) {
        if (sums) {
          products[chunk][row][i] = product(chunk, row, operands[i].term);
        }
        if (operands[i].contributes) {
          contribute(chunk, row, operands[i]);
        }
      }
    }
  }

  private double product(int chunk, int row, Term term) {
    Tiles tiles = site.tiles(chunk);
    float[] g = tiles.get(0);
    float[] x = tiles.get(1);
    float[] sums = tiles.get(2);
    FloatBuffer dy = site.outGradient(chunk).buffer();
    int length = dy.capacity() / rows(chunk);
    int end = (row + 1) * length;
    Arrays.fill(sums, 0, tile, 0f);
    if (term.moments() != null) {
      Coefficients.load(term.moments(), tiles, Math.min(tile, length));
    }
    for (int at = row * length; at < end; at += tile) {
      int n = Math.min(tile, end - at);
      dy.get(at, g, 0, n);
      term.source(chunk).buffer().get(at, x, 0, n);
      if (term.moments() != null) {
        Loops.normalise(
            x, Coefficients.m(tiles), Coefficients.s(tiles), Coefficients.t(tiles), x, n);
      }
      Loops.addProducts(g, x, sums, n);
    }
    return Loops.sum(sums, tile);
  }

  private void contribute(int chunk, int row, Operand operand) {
    Tiles tiles = site.tiles(chunk);
    float factor = factor(operand.term, chunk, row);
    GradientUse use = site.task().uses().get(operand.index);
    FloatBuffer dy = site.outGradient(chunk).buffer();
    FloatBuffer dx = site.inGradient(operand.index, chunk).buffer();
    int length = dy.capacity() / rows(chunk);
    int end = (row + 1) * length;
    for (int at = row * length; at < end; at += tile) {
      int n = Math.min(tile, end - at);
      dy.get(at, tiles.get(0), 0, n);
      Loops.scale(factor, tiles.get(0), tiles.get(1), n);
      Contribution.put(use, tiles.get(1), dx, at, tiles.get(2), n);
    }
  }

  @Override
  public void finish() {
    if (structure == null || !site.pass().wantsStructure()) {
      return;
    }
    for (int i = 0; i < operands.length; i++) {
      int coordinate = structure.offset() + operands[i].index;
      if (perExample) {
        addEach(coordinate, i);
      } else {
        double sum = 0;
        for (double[][] chunk : products) {
          sum += chunk[0][i];
        }
        add(coordinate, sum);
      }
    }
  }

  private void addEach(int coordinate, int i) {
    for (int chunk = 0; chunk < products.length; chunk++) {
      for (int row = 0; row < products[chunk].length; row++) {
        int example = site.chunks().start(chunk) + row;
        add(site.vectors().structureIndex(coordinate, example), products[chunk][row][i]);
      }
    }
  }

  private void add(int index, double product) {
    FlatVector gradients = site.vectors().structureGradients();
    gradients.set(index, gradients.get(index) + product);
  }

  private float factor(Term term, int chunk, int row) {
    return term.factor(site.chunks().start(chunk) + row);
  }
}
