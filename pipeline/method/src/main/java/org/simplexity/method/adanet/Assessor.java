package org.simplexity.method.adanet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.simplexity.data.Batches;
import org.simplexity.data.ImageSet;
import org.simplexity.data.PreparedImages;
import org.simplexity.method.Score;

/**
 * Asks ensembles about images as they are, with running statistics.
 *
 * @param images splits
 * @param settings batch and penalties
 */
record Assessor(PreparedImages images, AdaNetSettings settings) {
  /** Fits the mixture weights of an ensemble with a candidate on the train split. */
  Trial trial(List<Member> members, double[] mixture, Member candidate) {
    List<Member> all = new ArrayList<>(members);
    all.add(candidate);
    double[] penalties =
        all.stream()
            .mapToDouble(
                member ->
                    settings.complexityWeight() * member.complexity() + settings.weightPenalty())
            .toArray();
    MixtureProblem problem =
        new MixtureProblem(logits(all, images.train()), labels(images.train()), penalties);
    double[] fitted = problem.fit(Arrays.copyOf(mixture, all.size()));
    double accuracy = score(all, fitted, images.validation()).accuracy();
    return new Trial(candidate, fitted, problem.objective(fitted), accuracy);
  }

  /** Score of Σ w_j h_j on a split. */
  Score score(List<Member> members, double[] mixture, ImageSet set) {
    return Logits.mixture(logits(members, set), mixture).score(labels(set));
  }

  private List<Logits> logits(List<Member> members, ImageSet set) {
    Batches batches = Batches.evaluation(set, images.statistics(), settings.batch());
    return members.stream().map(member -> member.logits(batches, set.size())).toList();
  }

  private static int[] labels(ImageSet set) {
    int[] labels = new int[set.size()];
    Arrays.setAll(labels, set::label);
    return labels;
  }
}
