package org.simplexity.method.ensemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.method.MethodState;
import org.simplexity.method.NetworkWeights;
import org.simplexity.method.SearchSettings;
import org.simplexity.method.Start;
import org.simplexity.space.Genotype;

/**
 * EdgeNES and what it is compared with, phase by phase: searches, hypernetwork, choice, training of
 * members (diverse ensembles, algorithm EdgeNES and "computational experiment").
 *
 * <p>A member of several methods is trained once and its cost booked for each. All randomness comes
 * from the seed, the phase, the epoch and the step: a study restored from its state goes on bit for
 * bit, but for the seconds it measures.
 */
public final class EnsembleStudy implements AutoCloseable {
  private static final String LEDGER = "ledger.";
  private static final String PHASE = "phase.";

  private final StudySubject subject;
  private final EnsembleSettings settings;
  private final SearchSettings search;
  private final Upstream upstream;
  private final MemberSink sink;
  private final Network supernet;
  private final Ledger ledger;
  private final List<PlannedPhase> plan = new ArrayList<>();
  private @Nullable Phase phase;
  private @Nullable MethodState pending;

  /**
   * Plans the phases; nothing is computed yet.
   *
   * @param subject space, images, threads and seed
   * @param settings what is compared
   * @param search settings of searches, the one that found α* among them
   * @param upstream what that search found
   * @param sink where trained members go
   * @throws IllegalArgumentException if there are fewer random structures than needed
   */
  public EnsembleStudy(
      StudySubject subject,
      EnsembleSettings settings,
      SearchSettings search,
      Upstream upstream,
      MemberSink sink) {
    this.subject = subject;
    this.settings = settings;
    this.search = search;
    this.upstream = upstream;
    this.sink = sink;
    this.supernet = subject.space().supernet();
    this.ledger =
        new Ledger(subject.space().structure(), subject.images().prepared().classes().size());
    double images = new SearchPasses(search).images(subject.steps(search.batch()));
    ledger.addCost("search-1", new Cost(upstream.seconds(), images * supernet.multiplyAdds()));
    planSearched();
    planDiverse();
    planRandom();
  }

  /**
   * What the search found that a study builds on.
   *
   * @param optimum α*
   * @param weights weights of its supernet
   * @param seconds what it took
   */
  public record Upstream(OptimalStructure optimum, NetworkWeights weights, double seconds) {}

  private void planSearched() {
    for (int i = 1; i <= settings.searched(); i++) {
      String name = EnsembleMethod.DARTS + "-" + i;
      if (i == 1) {
        ledger.putGenotype(name, upstream.optimum().genotype());
        planMember(name, upstream::weights);
      } else {
        plan.add(
            new PlannedPhase(
                "search-" + i,
                search.epochs(),
                () -> new SearchPhase(name, subject, search, upstream.optimum(), ledger)));
        planMember(name, () -> ledger.weights(name, supernet));
      }
    }
  }

  private void planDiverse() {
    if (!settings.has(EnsembleMethod.EDGENES)) {
      return;
    }
    DiversitySearch.Found found = new DiversitySearch.Found(upstream.optimum(), upstream.weights());
    DiversitySettings diversity = settings.diversity();
    plan.add(
        new PlannedPhase(
            DiversityPhase.NAME,
            diversity.epochs(),
            () -> new DiversityPhase(subject, diversity, found, ledger)));
    plan.add(
        new PlannedPhase(
            CandidatePhase.TABLE,
            1,
            () -> new CandidatePhase(subject, settings, family(), diverseWeights(), ledger)));
    for (int i = 1; i <= settings.size(); i++) {
      planMember(EnsembleMethod.EDGENES + "-" + i, this::diverseWeights);
    }
  }

  private NetworkWeights diverseWeights() {
    return ledger.weights(DiversityPhase.NAME, supernet);
  }

  /** The structures of the hypernetwork, once it is trained. */
  private DiverseFamily family() {
    return settings.diversity().family(upstream.optimum(), ledger.array(DiversityPhase.NAME));
  }

  private void planRandom() {
    int count = settings.random();
    Seed seed = subject.conditions().seed().child("random");
    List<Genotype> structures =
        new RandomStructures(subject.space().structure(), settings.derivation())
            .draw(count, seed.generator());
    if (structures.size() < count) {
      throw new IllegalArgumentException(
          "the space has %d different structures, and %d random ones are wanted; a smaller"
                  .formatted(structures.size(), count)
              + " ensemble.random_pool or ensemble.size helps");
    }
    for (int i = 1; i <= count; i++) {
      String name = EnsembleMethod.RANDOM + "-" + i;
      ledger.putGenotype(name, structures.get(i - 1));
      plan.add(planned(name, settings.members().epochs(Start.SCRATCH), Optional::empty));
    }
    if (settings.has(EnsembleMethod.NES_RANDOM)) {
      plan.add(
          new PlannedPhase(PoolPhase.CHOSEN, 1, () -> new PoolPhase(subject, settings, ledger)));
    }
  }

  private void planMember(String name, Supplier<NetworkWeights> weights) {
    Start start = settings.members().start();
    boolean inherits = start == Start.INHERITED;
    plan.add(
        planned(
            name,
            settings.members().epochs(start),
            () -> inherits ? Optional.of(weights.get()) : Optional.empty()));
  }

  private PlannedPhase planned(
      String name, int epochs, Supplier<Optional<NetworkWeights>> weights) {
    boolean chosenFrom =
        settings.has(EnsembleMethod.NES_RANDOM)
            && name.startsWith(EnsembleMethod.RANDOM.toString());
    return new PlannedPhase(
        name,
        Math.max(1, epochs),
        () -> new TrainPhase(name, member(name, weights), chosenFrom, ledger, sink));
  }

  private Member member(String name, Supplier<Optional<NetworkWeights>> weights) {
    return new Member(
        subject,
        settings.members(),
        ledger.genotype(name),
        weights.get(),
        subject.conditions().child(name));
  }

  /** Epochs of all phases together. */
  public int epochs() {
    return plan.stream().mapToInt(PlannedPhase::epochs).sum();
  }

  /**
   * Runs one epoch.
   *
   * @param epoch epoch over all phases, counted from 1, one after the last one run or restored
   * @return metrics of the phase that it belongs to
   * @throws org.simplexity.method.DivergedException if a loss is not finite
   */
  public Map<String, Double> epoch(int epoch) {
    int number = 0;
    int local = epoch;
    while (local > plan.get(number).epochs()) {
      local -= plan.get(number).epochs();
      number++;
    }
    return run(plan.get(number), local);
  }

  private Map<String, Double> run(PlannedPhase planned, int local) {
    long start = System.nanoTime();
    Phase current = current(planned, local);
    Map<String, Double> values = current.epoch(local);
    double multiplyAdds = 0;
    if (local == planned.epochs()) {
      current.finish();
      multiplyAdds = current.multiplyAdds();
      close();
    }
    ledger.addCost(planned.name(), new Cost((System.nanoTime() - start) / 1e9, multiplyAdds));
    return values;
  }

  private Phase current(PlannedPhase planned, int local) {
    Phase current = phase;
    if (current == null) {
      current = planned.start().get();
      MethodState state = pending;
      if (state != null && local > 1) {
        current.restore(state);
      }
    }
    phase = current;
    pending = null;
    return current;
  }

  /** What was found, after the last epoch. */
  public EnsembleResults results() {
    return new EnsembleResults(subject, settings, upstream.optimum(), ledger);
  }

  /** All that {@link #restore} needs. */
  public MethodState state() {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    ledger.arrays().forEach((name, array) -> arrays.put(LEDGER + name, array));
    Phase current = phase;
    if (current != null) {
      current.state().arrays().forEach((name, array) -> arrays.put(PHASE + name, array));
    }
    return new MethodState(arrays);
  }

  /**
   * Goes back to a state.
   *
   * @param state what {@link #state} returned for the same subject and settings
   */
  public void restore(MethodState state) {
    close();
    ledger.replace(under(LEDGER, state));
    pending = new MethodState(under(PHASE, state));
  }

  private static Map<String, double[]> under(String prefix, MethodState state) {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    state
        .arrays()
        .forEach(
            (name, array) -> {
              if (name.startsWith(prefix)) {
                arrays.put(name.substring(prefix.length()), array);
              }
            });
    return arrays;
  }

  @Override
  public void close() {
    Phase current = phase;
    if (current != null) {
      current.close();
    }
    phase = null;
  }
}
