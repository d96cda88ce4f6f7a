package org.simplexity.method.adanet;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.Seed;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.method.Conditions;
import org.simplexity.method.Discretisation;
import org.simplexity.method.DiscretisationSettings;
import org.simplexity.method.controller.Controller;
import org.simplexity.method.controller.DecisionSequence;
import org.simplexity.method.controller.LogitShape;
import org.simplexity.space.CellSpace;
import org.simplexity.space.Genotype;
import org.simplexity.space.GenotypeText;

/**
 * Makes candidates: both of an iteration have the same genotype, so that they differ by their depth
 * alone.
 */
final class Workshop {
  private final CellSpace space;
  private final AdaNetSettings settings;
  private final PlanSettings plan;
  private final Seed seed;

  Workshop(CellSpace space, AdaNetSettings settings, Conditions conditions) {
    this.space = space;
    this.settings = settings;
    this.plan = conditions.plan(settings.batch());
    this.seed = conditions.seed();
  }

  /** Both candidates of an iteration, that of the given depth first. */
  List<Candidate> candidates(int iteration, int depth) {
    return List.of(candidate(iteration, false, depth), candidate(iteration, true, depth + 1));
  }

  private Candidate candidate(int iteration, boolean deeper, int depth) {
    Seed own = seed.child("weights").child(iteration).child(depth);
    return new Candidate(member(iteration, deeper, depth), settings, own);
  }

  /** A member without weights. */
  Member member(int iteration, boolean deeper, int depth) {
    Member.Origin origin = new Member.Origin(iteration, deeper, depth, genotype(iteration));
    return new Member(space, origin, plan);
  }

  private Genotype genotype(int iteration) {
    @Nullable String text = settings.genotype();
    if (text != null && GenotypeText.read(text) instanceof Genotype genotype) {
      return genotype;
    }
    return drawn(seed.child("genotype").child(iteration).generator());
  }

  /** Inputs and operations of every node drawn all alike. */
  private Genotype drawn(RandomGenerator random) {
    DecisionSequence sequence = DecisionSequence.of(space.structure());
    Controller uniform = new Controller(sequence.decisions(), 1, new LogitShape(1, 0));
    double[] zero = new double[uniform.parameterCount()];
    double[] gamma = sequence.gamma(uniform.draw(zero, random).choices());
    return new Discretisation(space.structure(), DiscretisationSettings.defaults()).apply(gamma);
  }
}
