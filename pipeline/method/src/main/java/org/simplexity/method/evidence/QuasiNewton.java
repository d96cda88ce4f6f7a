package org.simplexity.method.evidence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.method.bilevel.FlatAlgebra;
import org.simplexity.method.bilevel.Gradients;
import org.simplexity.method.bilevel.InnerProblem;

/**
 * The inner problem solved to convergence by limited-memory BFGS with backtracking (Nocedal, Wright
 * 2006, algorithms 7.4 and 3.1); pairs without positive curvature are left out.
 *
 * @param iterations most iterations, at least 1
 * @param tolerance of the largest coordinate of ∇_w L, positive
 * @param memory pairs that are kept, at least 1
 */
public record QuasiNewton(int iterations, double tolerance, int memory) implements InnerOptimiser {
  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final int HALVINGS = 40;

  /** Checks the bounds. */
  public QuasiNewton {
    if (iterations < 1 || memory < 1) {
      throw new IllegalArgumentException(
          "iterations %d and memory %d must be at least 1".formatted(iterations, memory));
    }
    if (!(tolerance > 0)) {
      throw new IllegalArgumentException("tolerance " + tolerance + " must be positive");
    }
  }

  /** At most a thousand iterations with twenty pairs, to a gradient of 1e-8. */
  public static QuasiNewton defaults() {
    return new QuasiNewton(1000, 1e-8, 20);
  }

  /** A move s with the change y of the gradient along it. */
  private static final class Pair {
    private final double[] move;
    private final double[] change;
    private final double curvature;

    Pair(double[] move, double[] change) {
      this.move = move;
      this.change = change;
      this.curvature = FlatAlgebra.dot(move, change);
    }
  }

  /** A point with the loss and its gradient there. */
  private static final class Point {
    private final double[] weights;
    private final Gradients loss;

    Point(InnerProblem problem, double[] weights, double[] hyperparameters) {
      this.weights = weights;
      this.loss = problem.inner(weights, hyperparameters, GradientTarget.WEIGHTS);
    }
  }

  @Override
  public double[] improve(InnerProblem problem, double[] weights, double[] hyperparameters) {
    Point here = new Point(problem, weights.clone(), hyperparameters);
    Deque<Pair> pairs = new ArrayDeque<>();
    for (int i = 0; i < iterations && largest(here.loss.weights()) > tolerance; i++) {
      double[] direction = direction(here.loss.weights(), pairs);
      double first = pairs.isEmpty() ? Math.min(1, 1 / largest(direction)) : 1;
      Point next = search(problem, here, direction, first, hyperparameters);
      if (!(next.loss.value() <= here.loss.value() + rounding(here.loss))) {
        break;
      }
      double[] change = FlatAlgebra.plus(next.loss.weights(), -1, here.loss.weights());
      remember(pairs, new Pair(FlatAlgebra.plus(next.weights, -1, here.weights), change));
      here = next;
    }
    return here.weights;
  }

  private static Point search(
      InnerProblem problem, Point here, double[] direction, double first, double[] h) {
    double slope = FlatAlgebra.dot(direction, here.loss.weights());
    double step = first;
    Point next = new Point(problem, FlatAlgebra.plus(here.weights, step, direction), h);
    for (int i = 0; i < HALVINGS && !decreased(here.loss, next.loss, step * slope); i++) {
      step /= 2;
      next = new Point(problem, FlatAlgebra.plus(here.weights, step, direction), h);
    }
    return next;
  }

  private static boolean decreased(Gradients here, Gradients there, double expected) {
    return there.value() <= here.value() + SUFFICIENT_DECREASE * expected + rounding(here);
  }

  /** Near the minimum losses differ by less than they are rounded. */
  private static double rounding(Gradients here) {
    return 4 * Math.ulp(here.value());
  }

  private void remember(Deque<Pair> pairs, Pair pair) {
    if (pair.curvature > 0) {
      pairs.addLast(pair);
    }
    if (pairs.size() > memory) {
      pairs.removeFirst();
    }
  }

  private static double[] direction(double[] gradient, Deque<Pair> pairs) {
    double[] direction = FlatAlgebra.times(-1, gradient);
    double[] shares = new double[pairs.size()];
    int i = shares.length;
    for (Iterator<Pair> back = pairs.descendingIterator(); back.hasNext(); ) {
      Pair pair = back.next();
      shares[--i] = FlatAlgebra.dot(pair.move, direction) / pair.curvature;
      direction = FlatAlgebra.plus(direction, -shares[i], pair.change);
    }
    if (!pairs.isEmpty()) {
      Pair last = pairs.getLast();
      double scale = last.curvature / FlatAlgebra.dot(last.change, last.change);
      direction = FlatAlgebra.times(scale, direction);
    }
    for (Pair pair : pairs) {
      double share = shares[i++] - FlatAlgebra.dot(pair.change, direction) / pair.curvature;
      direction = FlatAlgebra.plus(direction, share, pair.move);
    }
    return direction;
  }

  private static double largest(double[] vector) {
    double largest = 0;
    for (double value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
