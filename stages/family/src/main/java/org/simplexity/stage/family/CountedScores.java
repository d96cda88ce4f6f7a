package org.simplexity.stage.family;

import java.util.function.Function;
import org.simplexity.experiment.stage.Progress;
import org.simplexity.method.Score;
import org.simplexity.space.Genotype;

/** Scores of structures that tell how many are done. Not safe for threads. */
final class CountedScores implements Function<Genotype, Score> {
  private final Function<Genotype, Score> scores;
  private final Progress progress;
  private final int total;
  private int done;

  CountedScores(Function<Genotype, Score> scores, Progress progress, int total) {
    this.scores = scores;
    this.progress = progress;
    this.total = total;
  }

  @Override
  public Score apply(Genotype genotype) {
    Score score = scores.apply(genotype);
    done++;
    progress.report(done, total, "structure", "");
    return score;
  }
}
