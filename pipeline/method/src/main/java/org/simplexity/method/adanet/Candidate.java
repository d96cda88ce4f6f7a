package org.simplexity.method.adanet;

import java.util.Map;
import org.simplexity.data.ImageBatch;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Mode;
import org.simplexity.method.Divergence;
import org.simplexity.method.MethodState;
import org.simplexity.method.Optimisation;
import org.simplexity.method.Score;

/** A network in training: lowers the cross-entropy of f + h, the ensemble f held fixed. */
final class Candidate {
  private final Member member;
  private final Optimisation optimisation;

  Candidate(Member member, AdaNetSettings settings, Seed seed) {
    this.member = member;
    member.plan().parameters().copyFrom(member.network().initialParameters(seed.generator()));
    member.plan().statistics().copyFrom(member.network().initialStatistics());
    this.optimisation =
        new Optimisation(
            settings.optimiser(),
            settings.epochs(),
            member.plan().parameters(),
            member.plan().parameterGradients());
  }

  Member member() {
    return member;
  }

  /**
   * Moves the weights once.
   *
   * @param batch whole batch
   * @param ensemble f on it, [image][class]
   * @param epoch epoch of this training, counted from 1
   * @param step step within the epoch, counted from 0
   * @return score of f + h before the move
   */
  Score take(ImageBatch batch, double[] ensemble, int epoch, int step) {
    double[] sum = ensemble.clone();
    member.logits(batch, Mode.TRAINING).addTo(sum, 1);
    Logits joint = new Logits(sum, member.network().classes());
    Score score = joint.score(batch.labels());
    Divergence.check("train loss", score.loss(), epoch, step);
    member.plan().pullback(joint.errors(batch.labels()).scaled(1.0 / batch.count()));
    optimisation.step(epoch);
    return score;
  }

  void save(String prefix, Map<String, double[]> arrays) {
    member.save(prefix, arrays);
    optimisation.save(prefix + ".optimiser", arrays);
  }

  void restore(String prefix, MethodState state) {
    member.restore(prefix, state);
    optimisation.restore(prefix + ".optimiser", state);
  }
}
