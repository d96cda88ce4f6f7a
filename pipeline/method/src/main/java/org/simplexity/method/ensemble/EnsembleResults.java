package org.simplexity.method.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.simplexity.data.Seed;
import org.simplexity.space.Genotype;

/**
 * What a study found: scores and costs of every method at every size of its ensemble, candidates,
 * shared edges.
 */
public final class EnsembleResults {
  private static final int DRAWS = 50;

  private final StudySubject subject;
  private final EnsembleSettings settings;
  private final OptimalStructure optimum;
  private final Ledger ledger;
  private final List<EnsembleResult> all;

  EnsembleResults(
      StudySubject subject, EnsembleSettings settings, OptimalStructure optimum, Ledger ledger) {
    this.subject = subject;
    this.settings = settings;
    this.optimum = optimum;
    this.ledger = ledger;
    this.all = scored();
  }

  /** All methods at all sizes, sizes of one method in order. */
  public List<EnsembleResult> all() {
    return all;
  }

  private List<EnsembleResult> scored() {
    List<EnsembleResult> results = new ArrayList<>();
    for (EnsembleMethod method : settings.methods()) {
      List<String> members = members(method);
      for (int size = 1; size <= members.size(); size++) {
        results.add(result(method, members.subList(0, size)));
      }
    }
    return List.copyOf(results);
  }

  private EnsembleResult result(EnsembleMethod method, List<String> members) {
    Labels labels = Labels.of(subject.images().prepared().test());
    List<ClassProbabilities> predictions =
        members.stream().map(name -> ledger.probabilities("test." + name)).toList();
    return new EnsembleResult(
        method, members, EnsembleScore.of(predictions, labels), cost(method, members));
  }

  /** Names of the members of a method, in the order in which they were added. */
  public List<String> members(EnsembleMethod method) {
    return switch (method) {
      case DARTS -> names(EnsembleMethod.DARTS, 1);
      case DARTS_ENSEMBLE -> names(EnsembleMethod.DARTS, settings.size());
      case RANDOM -> names(EnsembleMethod.RANDOM, 1);
      case RANDOM_ENSEMBLE -> names(EnsembleMethod.RANDOM, settings.size());
      case EDGENES -> names(EnsembleMethod.EDGENES, settings.size());
      case NES_RANDOM ->
          Arrays.stream(ledger.array(PoolPhase.CHOSEN))
              .mapToObj(index -> EnsembleMethod.RANDOM + "-" + ((int) index + 1))
              .toList();
    };
  }

  private static List<String> names(EnsembleMethod method, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> method + "-" + i).toList();
  }

  private Cost cost(EnsembleMethod method, List<String> members) {
    return phases(method, members).stream().map(ledger::cost).reduce(Cost.NONE, Cost::plus);
  }

  /**
   * The phases that a method needs for some of its members.
   *
   * @param method method
   * @param members the first of its members
   */
  public List<String> phases(EnsembleMethod method, List<String> members) {
    List<String> phases = new ArrayList<>();
    switch (method) {
      case DARTS, DARTS_ENSEMBLE -> {
        for (int i = 1; i <= members.size(); i++) {
          phases.add("search-" + i);
        }
        phases.addAll(members);
      }
      case EDGENES -> {
        phases.addAll(List.of("search-1", DiversityPhase.NAME, CandidatePhase.TABLE));
        phases.addAll(members);
      }
      case RANDOM, RANDOM_ENSEMBLE -> phases.addAll(members);
      case NES_RANDOM -> {
        phases.addAll(names(EnsembleMethod.RANDOM, settings.randomPool()));
        phases.add(PoolPhase.CHOSEN);
      }
    }
    return phases;
  }

  /**
   * What a phase cost.
   *
   * @param phase one of {@link #phases}
   */
  public Cost cost(String phase) {
    return ledger.cost(phase);
  }

  /**
   * Test error of a method against what it cost, as members are added.
   *
   * @param method method
   * @param measure seconds or multiply-adds
   */
  public CostCurve curve(EnsembleMethod method, ToDoubleFunction<Cost> measure) {
    return new CostCurve(
        all.stream()
            .filter(result -> result.method() == method)
            .map(
                result -> new CostCurve.Point(measure.applyAsDouble(result.cost()), result.error()))
            .toList());
  }

  /**
   * The area under {@link #curve} up to the cost of the dearest method of this study; before the
   * first member is done the error is that of chance, 1 − 1/K for K classes.
   *
   * @param method method
   * @param measure seconds or multiply-adds
   */
  public double area(EnsembleMethod method, ToDoubleFunction<Cost> measure) {
    double horizon =
        all.stream().mapToDouble(r -> measure.applyAsDouble(r.cost())).max().orElseThrow();
    double chance = 1 - 1.0 / subject.images().prepared().classes().size();
    return curve(method, measure).area(horizon, chance);
  }

  /** The structure of a member. */
  public Genotype genotype(String member) {
    return ledger.genotype(member);
  }

  /** Wanted and achieved numbers of shared edges; empty without {@code edgenes}. */
  public List<SharedEdges> sharedEdges() {
    if (!settings.has(EnsembleMethod.EDGENES)) {
      return List.of();
    }
    Seed seed = subject.conditions().seed().child("shared-edges");
    DiverseFamily family = settings.diversity().family(optimum, ledger.array(DiversityPhase.NAME));
    return SharedEdges.of(family, DRAWS, seed);
  }

  /** The structures that members were chosen from; empty without {@code edgenes}. */
  public List<ScoredCandidate> candidates() {
    if (!settings.has(EnsembleMethod.EDGENES)) {
      return List.of();
    }
    double[] table = ledger.array(CandidatePhase.TABLE);
    List<ScoredCandidate> rows = new ArrayList<>();
    for (int at = 0; at < table.length; at += CandidatePhase.WIDTH) {
      rows.add(
          new ScoredCandidate(
              table[at],
              table[at + 1],
              (int) table[at + 2],
              table[at + 3],
              table[at + 4],
              (int) table[at + 5]));
    }
    return rows;
  }

  /**
   * A structure that the hypernetwork gave, with its score on the validation split with inherited
   * weights.
   *
   * @param wanted λ
   * @param relaxed ⟨α*, γ⟩
   * @param shared edges that the discrete structure shares with α*
   * @param accuracy share of right answers
   * @param negativeLogLikelihood in nats
   * @param chosen place in the ensemble, counted from 1; 0 if it was not chosen
   */
  public record ScoredCandidate(
      double wanted,
      double relaxed,
      int shared,
      double accuracy,
      double negativeLogLikelihood,
      int chosen) {}
}
