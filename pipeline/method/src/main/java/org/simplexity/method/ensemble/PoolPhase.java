package org.simplexity.method.ensemble;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.simplexity.method.MethodState;
import org.simplexity.space.Form;

/** Greedy choice from trained random structures. One epoch, with nothing to restore. */
final class PoolPhase implements Phase {
  /** Name of the indices of the structures that were chosen, counted from 0. */
  static final String CHOSEN = "chosen";

  private final StudySubject subject;
  private final EnsembleSettings settings;
  private final Ledger ledger;

  PoolPhase(StudySubject subject, EnsembleSettings settings, Ledger ledger) {
    this.subject = subject;
    this.settings = settings;
    this.ledger = ledger;
  }

  @Override
  public Map<String, Double> epoch(int epoch) {
    List<ClassProbabilities> pool =
        names().stream().map(name -> ledger.probabilities("validation." + name)).toList();
    Labels labels = Labels.of(subject.images().prepared().validation());
    List<Integer> chosen = new GreedySelection(settings.size()).choose(pool, labels);
    ledger.put(CHOSEN, chosen.stream().mapToDouble(Integer::doubleValue).toArray());
    return Map.of();
  }

  private List<String> names() {
    return IntStream.rangeClosed(1, settings.randomPool())
        .mapToObj(i -> EnsembleMethod.RANDOM + "-" + i)
        .toList();
  }

  @Override
  public void finish() {}

  /** Those of predicting the validation split with every network of the pool. */
  @Override
  public double multiplyAdds() {
    double images = subject.images().prepared().validation().size();
    return names().stream()
        .mapToDouble(
            name ->
                images
                    * subject
                        .space()
                        .discrete(ledger.genotype(name), Form.EVALUATION)
                        .multiplyAdds())
        .sum();
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
