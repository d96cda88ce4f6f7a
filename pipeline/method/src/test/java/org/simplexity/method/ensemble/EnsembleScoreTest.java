package org.simplexity.method.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;

/** Scores of ensembles against closed forms, selection against enumeration. */
class EnsembleScoreTest {
  private static ClassProbabilities of(double... values) {
    return new ClassProbabilities(2, values);
  }

  @Test
  void theMeanAnswersWhereMembersDiffer() {
    ClassProbabilities one = of(0.9, 0.1, 0.6, 0.4, 0.2, 0.8);
    ClassProbabilities two = of(0.7, 0.3, 0.1, 0.9, 0.64, 0.36);
    EnsembleScore score = EnsembleScore.of(List.of(one, two), new Labels(0, 1, 0));
    // means of class 0: 0.8, 0.35, 0.42
    assertThat(score.accuracy()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(score.negativeLogLikelihood())
        .isCloseTo(-(Math.log(0.8) + Math.log(0.65) + Math.log(0.42)) / 3, within(1e-12));
    assertThat(score.disagreement()).isCloseTo(2.0 / 3, within(1e-12));
    // 0.8, 0.65 and 0.58 each lie alone in a bin of 1/15
    assertThat(score.calibrationError()).isCloseTo((0.2 + 0.35 + 0.58) / 3, within(1e-12));
  }

  @Test
  void disagreementIsTheMeanOverPairs() {
    List<ClassProbabilities> members = List.of(of(1, 0, 1, 0), of(1, 0, 0, 1), of(0, 1, 0, 1));
    assertThat(EnsembleScore.of(members, new Labels(0, 0)).disagreement())
        .isCloseTo((0.5 + 1 + 0.5) / 3, within(1e-12));
    assertThat(EnsembleScore.of(members.subList(0, 1), new Labels(0, 0)).disagreement()).isZero();
  }

  @Test
  void oneBinLeavesTheDifferenceOfMeanConfidenceAndAccuracy() {
    ClassProbabilities sure = of(0.9, 0.1, 0.7, 0.3, 0.8, 0.2, 0.6, 0.4);
    Labels labels = new Labels(0, 1, 1, 0);
    assertThat(new CalibrationError(1).of(sure, labels)).isCloseTo(0.75 - 0.5, within(1e-12));
  }

  @Test
  void errorsOfOppositeSignsInOneBinCancelAndInTwoDoNot() {
    // right at 0.51, wrong at 0.53: (0.49 − 0.53)/2 in one bin
    ClassProbabilities pair = of(0.51, 0.49, 0.53, 0.47);
    Labels labels = new Labels(0, 1);
    assertThat(new CalibrationError(2).of(pair, labels)).isCloseTo(0.02, within(1e-12));
    assertThat(new CalibrationError(50).of(pair, labels))
        .isCloseTo((0.49 + 0.53) / 2, within(1e-12));
  }

  @Test
  void confidencesAtTheEdgesOfBinsBelongToTheLowerOne() {
    ClassProbabilities edge = of(1, 0, 0.5, 0.5);
    assertThat(new CalibrationError(2).of(edge, new Labels(0, 1))).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void aProbabilityOfNothingIsAFiniteLoss() {
    assertThat(EnsembleScore.of(List.of(of(0, 1)), new Labels(0)).negativeLogLikelihood())
        .isCloseTo(-Math.log(Double.MIN_NORMAL), within(1e-9));
  }

  private static List<ClassProbabilities> pool(int size, RandomGenerator random) {
    List<ClassProbabilities> pool = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      pool.add(
          new ClassProbabilities(3, new Softmax(3).of(random.doubles(3 * 12, -2, 2).toArray())));
    }
    return pool;
  }

  @Test
  void everyChoiceIsTheBestOneGivenThoseBefore() {
    for (int seed = 0; seed < 10; seed++) {
      RandomGenerator random = new Seed(seed).generator();
      List<ClassProbabilities> pool = pool(7, random);
      Labels labels = new Labels(random.ints(12, 0, 3).toArray());
      List<Integer> chosen = new GreedySelection(4).choose(pool, labels);
      assertThat(chosen).doesNotHaveDuplicates().hasSize(4);
      for (int k = 1; k <= 4; k++) {
        double reached = loss(pool, chosen.subList(0, k), labels);
        for (int other = 0; other < pool.size(); other++) {
          List<Integer> tried = new ArrayList<>(chosen.subList(0, k - 1));
          if (!tried.contains(other)) {
            tried.add(other);
            assertThat(reached).isLessThanOrEqualTo(loss(pool, tried, labels));
          }
        }
      }
    }
  }

  /** Written out here: log of the mean probability of the true class. */
  private static double loss(List<ClassProbabilities> pool, List<Integer> members, Labels labels) {
    double sum = 0;
    for (int i = 0; i < labels.size(); i++) {
      double mean = 0;
      for (int member : members) {
        mean += pool.get(member).values()[3 * i + labels.at(i)] / members.size();
      }
      sum -= Math.log(mean) / labels.size();
    }
    return sum;
  }

  @Test
  void anEnsembleLargerThanThePoolIsRefused() {
    assertThatThrownBy(
            () ->
                new GreedySelection(3)
                    .choose(pool(2, new Seed(1).generator()), new Labels(new int[12])))
        .hasMessage("ensemble size 3 exceeds the pool of 2 structures; the largest is 2");
    assertThatThrownBy(() -> ClassProbabilities.mean(List.of()))
        .hasMessageContaining("at least one member");
  }

  @Test
  void theAreaIsThatOfSteps() {
    CostCurve curve =
        new CostCurve(List.of(new CostCurve.Point(2, 0.4), new CostCurve.Point(5, 0.2)));
    assertThat(curve.area(10, 0.9)).isCloseTo((2 * 0.9 + 3 * 0.4 + 5 * 0.2) / 10, within(1e-12));
    assertThat(curve.area(4, 0.9)).isCloseTo((2 * 0.9 + 2 * 0.4) / 4, within(1e-12));
    assertThat(curve.area(1, 0.9)).isCloseTo(0.9, within(1e-12));
    assertThatThrownBy(
            () ->
                new CostCurve(
                    Arrays.asList(new CostCurve.Point(2, 0.4), new CostCurve.Point(1, 0.2))))
        .hasMessageContaining("must not fall");
  }
}
