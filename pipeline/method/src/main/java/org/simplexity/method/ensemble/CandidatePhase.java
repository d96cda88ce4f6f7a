package org.simplexity.method.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simplexity.data.Seed;
import org.simplexity.method.MethodState;
import org.simplexity.method.NetworkWeights;

/**
 * Draws structures of the hypernetwork, predicts the validation split with the weights they
 * inherit, and chooses greedily (diverse ensembles, algorithm EdgeNES). One epoch, with nothing to
 * restore.
 */
final class CandidatePhase implements Phase {
  /** Name of the table: one candidate after another, {@value #WIDTH} numbers each. */
  static final String TABLE = "candidates";

  static final int WIDTH = 6;

  private final StudySubject subject;
  private final EnsembleSettings settings;
  private final DiverseFamily family;
  private final NetworkWeights weights;
  private final Ledger ledger;
  private double multiplyAdds;

  CandidatePhase(
      StudySubject subject,
      EnsembleSettings settings,
      DiverseFamily family,
      NetworkWeights weights,
      Ledger ledger) {
    this.subject = subject;
    this.settings = settings;
    this.family = family;
    this.weights = weights;
    this.ledger = ledger;
  }

  @Override
  public Map<String, Double> epoch(int epoch) {
    Seed seed = subject.conditions().seed().child("candidates");
    List<Candidate> candidates = family.candidates(settings.pool(), seed.generator());
    if (candidates.size() < settings.size()) {
      throw new IllegalArgumentException(
          "size %d exceeds the %d different structures that the hypernetwork gives; a larger pool, a"
                  .formatted(settings.size(), candidates.size())
              + " higher last temperature of ensemble.diversity or a smaller size helps");
    }
    List<ClassProbabilities> predictions = new ArrayList<>();
    for (Candidate candidate : candidates) {
      predictions.add(predicted(candidate));
    }
    Labels labels = Labels.of(subject.images().prepared().validation());
    List<Integer> chosen = new GreedySelection(settings.size()).choose(predictions, labels);
    for (int k = 0; k < chosen.size(); k++) {
      String name = EnsembleMethod.EDGENES + "-" + (k + 1);
      ledger.putGenotype(name, candidates.get(chosen.get(k)).genotype());
    }
    ledger.put(TABLE, table(candidates, predictions, chosen, labels));
    return Map.of("candidates/drawn", (double) candidates.size());
  }

  private ClassProbabilities predicted(Candidate candidate) {
    MemberSettings untrained =
        new MemberSettings(
            settings.members().start(),
            0,
            settings.members().epochs(),
            settings.members().batch(),
            settings.members().optimiser());
    try (Member member =
        new Member(
            subject,
            untrained,
            candidate.genotype(),
            Optional.of(weights),
            subject.conditions().child("candidates"))) {
      member.recalibrate();
      multiplyAdds += member.multiplyAdds() + member.multiplyAddsOfValidation();
      return member.validation();
    }
  }

  private static double[] table(
      List<Candidate> candidates,
      List<ClassProbabilities> predictions,
      List<Integer> chosen,
      Labels labels) {
    double[] table = new double[candidates.size() * WIDTH];
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      EnsembleScore score = EnsembleScore.of(List.of(predictions.get(i)), labels);
      double[] row = {
        candidate.wanted(),
        candidate.relaxed(),
        candidate.shared(),
        score.accuracy(),
        score.negativeLogLikelihood(),
        chosen.indexOf(i) + 1
      };
      System.arraycopy(row, 0, table, i * WIDTH, WIDTH);
    }
    return table;
  }

  @Override
  public void finish() {}

  @Override
  public double multiplyAdds() {
    return multiplyAdds;
  }

  @Override
  public MethodState state() {
    return new MethodState(Map.of());
  }

  @Override
  public void restore(MethodState state) {}

  @Override
  public void close() {}
}
