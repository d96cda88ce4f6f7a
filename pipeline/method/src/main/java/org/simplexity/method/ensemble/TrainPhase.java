package org.simplexity.method.ensemble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.simplexity.method.MethodState;
import org.simplexity.space.Genotype;

/** The training of one member, which ends with its predictions. */
final class TrainPhase implements Phase {
  private final String name;
  private final Genotype genotype;
  private final Member member;
  private final boolean chosenFrom;
  private final Ledger ledger;
  private final MemberSink sink;

  /**
   * Takes a member before its first epoch.
   *
   * @param name its name
   * @param member it
   * @param chosenFrom whether members are chosen from it and others, so that its predictions for
   *     the validation split are kept
   * @param ledger where predictions go
   * @param sink where it goes
   */
  TrainPhase(String name, Member member, boolean chosenFrom, Ledger ledger, MemberSink sink) {
    this.name = name;
    this.genotype = ledger.genotype(name);
    this.member = member;
    this.chosenFrom = chosenFrom;
    this.ledger = ledger;
    this.sink = sink;
  }

  @Override
  public Map<String, Double> epoch(int epoch) {
    return member.epoch(epoch);
  }

  @Override
  public void finish() {
    member.recalibrate();
    ledger.putProbabilities("test." + name, member.test());
    if (chosenFrom) {
      ledger.putProbabilities("validation." + name, member.validation());
    }
    ledger.dropWeights(name);
    try {
      sink.accept(name, genotype, member.weights());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public double multiplyAdds() {
    return member.multiplyAdds();
  }

  @Override
  public MethodState state() {
    return member.state();
  }

  @Override
  public void restore(MethodState state) {
    member.restore(state);
  }

  @Override
  public void close() {
    member.close();
  }
}
