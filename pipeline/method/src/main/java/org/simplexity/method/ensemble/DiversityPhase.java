package org.simplexity.method.ensemble;

import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.method.MethodState;

/** The training of the hypernetwork, whose supernet's weights its members inherit. */
final class DiversityPhase implements Phase {
  /** Name of the supernet's weights and of the hypernetwork's parameters. */
  static final String NAME = "hypernetwork";

  private final DiversitySettings settings;
  private final DiversitySearch search;
  private final Ledger ledger;

  DiversityPhase(
      StudySubject subject,
      DiversitySettings settings,
      DiversitySearch.Found found,
      Ledger ledger) {
    this.settings = settings;
    this.ledger = ledger;
    this.search =
        new DiversitySearch(
            subject.space(), subject.images(), settings, found, subject.conditions().child(NAME));
  }

  @Override
  public Map<String, Double> epoch(int epoch) {
    DiversityEpoch result = search.epoch(epoch);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("hypernetwork/train/loss", result.train().loss());
    values.put("hypernetwork/train/accuracy", result.train().accuracy());
    values.put("hypernetwork/validation/loss", result.validation().loss());
    values.put("hypernetwork/validation/accuracy", result.validation().accuracy());
    values.put("hypernetwork/shared_error", result.error());
    values.put("hypernetwork/temperature", result.temperature());
    return values;
  }

  @Override
  public void finish() {
    ledger.put(NAME, search.family().parameters());
    MethodState state = search.state();
    ledger.putWeights(NAME, state.array("parameters"), state.array("statistics"));
  }

  @Override
  public double multiplyAdds() {
    return settings.epochs() * search.multiplyAdds();
  }

  @Override
  public MethodState state() {
    return search.state();
  }

  @Override
  public void restore(MethodState state) {
    search.restore(state);
  }

  @Override
  public void close() {
    search.close();
  }
}
