package org.simplexity.method.ensemble;

import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.method.MethodState;
import org.simplexity.method.SearchEpoch;
import org.simplexity.method.SearchSettings;
import org.simplexity.method.StructureSearch;

/** A search of its own seed, whose structure and weights become those of one member. */
final class SearchPhase implements Phase {
  private final String member;
  private final StudySubject subject;
  private final SearchSettings settings;
  private final OptimalStructure optimum;
  private final Ledger ledger;
  private final StructureSearch search;

  SearchPhase(
      String member,
      StudySubject subject,
      SearchSettings settings,
      OptimalStructure optimum,
      Ledger ledger) {
    this.member = member;
    this.subject = subject;
    this.settings = settings;
    this.optimum = optimum;
    this.ledger = ledger;
    this.search =
        new StructureSearch(
            subject.space(), subject.images(), settings, subject.conditions().child(member));
  }

  @Override
  public Map<String, Double> epoch(int epoch) {
    SearchEpoch result = search.epoch(epoch);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("search/train/loss", result.train().loss());
    values.put("search/validation/accuracy", result.validation().accuracy());
    return values;
  }

  @Override
  public void finish() {
    double[] gamma = search.structure().gamma();
    ledger.putGenotype(member, optimum.derivation().apply(optimum.layout(), gamma));
    MethodState state = search.state();
    ledger.putWeights(member, state.array("parameters"), state.array("statistics"));
  }

  @Override
  public double multiplyAdds() {
    return new SearchPasses(settings).images(subject.steps(settings.batch()))
        * search.supernet().multiplyAdds();
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
