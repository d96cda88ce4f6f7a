package org.simplexity.method.evidence;

import java.util.List;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DiagonalMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.simplexity.data.Seed;
import org.simplexity.space.family.Activation;
import org.simplexity.space.family.Aggregation;
import org.simplexity.space.family.FamilyLikelihood;
import org.simplexity.space.family.GaussianLikelihood;
import org.simplexity.space.family.GeneralisedLinear;
import org.simplexity.space.family.LogLikelihood;
import org.simplexity.space.family.MixedEdge;
import org.simplexity.space.family.ModelFamily;
import org.simplexity.space.family.Observations;

/** Bayesian linear regression y = Xw + σ ε, w ~ N(0, A⁻¹), with all that is known of it exactly. */
record Regression(RealMatrix design, RealVector targets, double deviation) {
  /** Of a random design with correlated columns. */
  static Regression correlated(int examples, double[] truth, double deviation, Random random) {
    double[][] rows = new double[examples][truth.length];
    for (double[] row : rows) {
      double common = random.nextGaussian();
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextGaussian() + 0.7 * common;
      }
    }
    return of(new Array2DRowRealMatrix(rows), truth, deviation, random);
  }

  /** Of a design with orthogonal columns: its posterior has independent weights. */
  static Regression orthogonal(int examples, double[] truth, double deviation, Random random) {
    double[][] rows = new double[examples][truth.length];
    for (int row = 0; row < examples; row++) {
      for (int i = 0; i < truth.length; i++) {
        rows[row][i] = Math.sqrt(2) * Math.cos(Math.PI * (row + 0.5) * (i + 1) / examples);
      }
    }
    return of(new Array2DRowRealMatrix(rows), truth, deviation, random);
  }

  private static Regression of(RealMatrix design, double[] truth, double deviation, Random random) {
    RealVector targets = design.operate(new ArrayRealVector(truth));
    for (int i = 0; i < targets.getDimension(); i++) {
      targets.addToEntry(i, deviation * random.nextGaussian());
    }
    return new Regression(design, targets, deviation);
  }

  int weights() {
    return design.getColumnDimension();
  }

  LogLikelihood likelihood() {
    ModelFamily family =
        new ModelFamily(
            weights(),
            List.of(Aggregation.SUM),
            List.of(new MixedEdge(0, 1, List.of(GeneralisedLinear.ofAll(1, Activation.IDENTITY)))));
    return new FamilyLikelihood(
        family,
        new GaussianLikelihood(deviation),
        new Observations(design.getData(), targets.toArray()));
  }

  /** XᵀX / σ² + A. */
  RealMatrix posteriorPrecision(double[] logPrecisions) {
    double[] precisions = new double[weights()];
    for (int i = 0; i < precisions.length; i++) {
      precisions[i] = Math.exp(logPrecisions[i]);
    }
    return design
        .transposeMultiply(design)
        .scalarMultiply(1 / (deviation * deviation))
        .add(new DiagonalMatrix(precisions));
  }

  /** (XᵀX / σ² + A)⁻¹ Xᵀy / σ². */
  double[] posteriorMean(double[] logPrecisions) {
    RealVector right = design.transpose().operate(targets).mapDivide(deviation * deviation);
    return new CholeskyDecomposition(posteriorPrecision(logPrecisions))
        .getSolver()
        .solve(right)
        .toArray();
  }

  /** (XᵀX)⁻¹ Xᵀy. */
  double[] leastSquares() {
    return new CholeskyDecomposition(design.transposeMultiply(design))
        .getSolver()
        .solve(design.transpose().operate(targets))
        .toArray();
  }

  /** log N(y; 0, σ²I + X A⁻¹ Xᵀ). */
  double logEvidence(double[] logPrecisions) {
    double[] variances = new double[weights()];
    for (int i = 0; i < variances.length; i++) {
      variances[i] = Math.exp(-logPrecisions[i]);
    }
    int n = targets.getDimension();
    RealMatrix covariance =
        design
            .multiply(new DiagonalMatrix(variances))
            .multiplyTransposed(design)
            .add(MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(deviation * deviation));
    CholeskyDecomposition factor = new CholeskyDecomposition(covariance, 1e-8, 1e-12);
    double square = targets.dotProduct(factor.getSolver().solve(targets));
    return -(square + n * Math.log(2 * Math.PI)) / 2 - logDeterminant(factor) / 2;
  }

  private static double logDeterminant(CholeskyDecomposition factor) {
    double sum = 0;
    for (int i = 0; i < factor.getL().getRowDimension(); i++) {
      sum += 2 * Math.log(factor.getL().getEntry(i, i));
    }
    return sum;
  }

  /** E log N(y; Xw, σ²I) for independent w of these means and variances. */
  double expectedLogLikelihood(double[] means, double[] variances) {
    RealVector error = targets.subtract(design.operate(new ArrayRealVector(means)));
    double square = error.dotProduct(error);
    for (int i = 0; i < variances.length; i++) {
      RealVector column = design.getColumnVector(i);
      square += variances[i] * column.dotProduct(column);
    }
    double variance = deviation * deviation;
    return -square / (2 * variance) - targets.getDimension() * Math.log(2 * Math.PI * variance) / 2;
  }

  /** MacKay's fixed point a_i = log((1 − A_ii Σ_ii) / m_i²), A the precision of one weight. */
  double[] mackay() {
    double[] logPrecisions = new double[weights()];
    for (int step = 0; step < 2000; step++) {
      double[] mean = posteriorMean(logPrecisions);
      RealMatrix covariance = MatrixUtils.inverse(posteriorPrecision(logPrecisions));
      for (int i = 0; i < mean.length; i++) {
        double determined = 1 - Math.exp(logPrecisions[i]) * covariance.getEntry(i, i);
        logPrecisions[i] = Math.log(determined / (mean[i] * mean[i]));
      }
    }
    return logPrecisions;
  }

  EvidenceProblem gaussian(WeightPrior prior, Regression outer, LevelWeights levels) {
    return problem(
        new GaussianWeights(weights()),
        prior,
        new Likelihoods(likelihood(), outer.likelihood()),
        levels);
  }

  static EvidenceProblem problem(
      WeightPosterior posterior, WeightPrior prior, Likelihoods data, LevelWeights levels) {
    StructureModel one = new StructureModel(List.of(new EdgeStructure.Fixed(List.of(1.0))));
    return new EvidenceProblem(
        new EvidenceModel(posterior, prior, temperature -> one),
        data,
        levels,
        new CubatureNoise(new Seed(1)));
  }
}
