package org.simplexity.method.adanet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.data.Batches;
import org.simplexity.data.ImageBatch;
import org.simplexity.data.ImageSet;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Mode;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.MethodState;
import org.simplexity.method.Score;
import org.simplexity.space.CellSpace;

/**
 * Boosting over cell networks (Cortes et al. 2017, algorithm 1): at every iteration two candidates
 * h, one as deep as the deepest member so far and one a cell deeper, lower the train loss of f + h,
 * f the ensemble so far; then the mixture weights of all members and the candidate minimise F (see
 * {@link MixtureProblem}), and the candidate with the smaller F is added. It ends when F does not
 * fall any more.
 *
 * <p>Deviations: candidates read the images alone, not the layers of earlier members; while a
 * candidate is trained its mixture weight is 1, since its classifier takes up any factor; weights
 * of earlier members are fitted anew. The first candidate is always added.
 *
 * <p>All randomness comes from the seed, the iteration, the epoch and the step: what is restored
 * from a state goes on bit for bit as if it had never stopped.
 */
public final class AdaNet implements AutoCloseable {
  private final AdaNetSettings settings;
  private final Workshop workshop;
  private final Assessor assessor;
  private final PreparedImages images;
  private final Batches train;
  private final ImageBatch buffer;
  private final List<Member> members = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<AdaNetRow> rows = new ArrayList<>();
  private double[] mixture = new double[0];
  private double objective = Double.POSITIVE_INFINITY;
  private boolean finished;

  /**
   * An empty ensemble.
   *
   * @param space cell space; its number of cells is not read
   * @param images splits
   * @param settings how the ensemble is boosted
   * @param conditions threads and seed
   * @throws IllegalArgumentException if a batch is larger than the train split
   */
  public AdaNet(
      CellSpace space, LabelledImages images, AdaNetSettings settings, Conditions conditions) {
    this.settings = settings;
    this.images = images.prepared();
    this.workshop = new Workshop(space, settings, conditions);
    this.assessor = new Assessor(this.images, settings);
    Seed seed = conditions.seed().child("train");
    this.train =
        Batches.training(
            this.images.train(),
            this.images.statistics(),
            settings.batch(),
            images.augmentation(),
            seed);
    this.buffer = train.newBatch();
  }

  /** Epochs of all iterations together, if none is left out. */
  public int epochs() {
    return settings.iterations() * settings.epochs();
  }

  /**
   * Trains both candidates of an iteration for one epoch; at the end of its last, adds the better.
   *
   * @param epoch epoch, counted from 1 over all iterations
   * @throws org.simplexity.method.DivergedException if a loss is not finite
   * @throws IllegalStateException if the ensemble is finished
   */
  public AdaNetEpoch epoch(int epoch) {
    if (finished) {
      throw new IllegalStateException("epoch " + epoch + " follows the last one");
    }
    int iteration = (epoch - 1) / settings.epochs() + 1;
    int within = (epoch - 1) % settings.epochs() + 1;
    if (within == 1) {
      candidates.addAll(workshop.candidates(iteration, depth()));
    }
    List<Score> scores = train(epoch, within);
    if (within == settings.epochs()) {
      decide(iteration);
    }
    return new AdaNetEpoch(scores.get(0), scores.get(1), within == settings.epochs());
  }

  private int depth() {
    return members.stream().mapToInt(m -> m.origin().depth()).max().orElse(settings.depth());
  }

  private List<Score> train(int epoch, int within) {
    double[] losses = new double[candidates.size()];
    double[] right = new double[candidates.size()];
    int steps = train.perEpoch();
    for (int step = 0; step < steps; step++) {
      train.fill(epoch - 1, step, buffer);
      double[] ensemble = new double[buffer.count() * images.classes().size()];
      for (int j = 0; j < members.size(); j++) {
        members.get(j).logits(buffer, Mode.EVALUATION).addTo(ensemble, mixture[j]);
      }
      for (int k = 0; k < losses.length; k++) {
        Score score = candidates.get(k).take(buffer, ensemble, within, step);
        losses[k] += score.loss() / steps;
        right[k] += score.accuracy() / steps;
      }
    }
    return List.of(new Score(losses[0], right[0]), new Score(losses[1], right[1]));
  }

  private void decide(int iteration) {
    List<Trial> trials =
        candidates.stream()
            .map(candidate -> assessor.trial(members, mixture, candidate.member()))
            .toList();
    Trial same = trials.get(0);
    Trial deeper = trials.get(1);
    Trial best = deeper.objective() < same.objective() ? deeper : same;
    boolean added = best.objective() < objective - settings.leastFall();
    for (Trial trial : trials) {
      boolean chosen = added && trial == best;
      rows.add(trial.row(chosen));
      if (chosen) {
        members.add(trial.member());
        mixture = trial.mixture();
        objective = trial.objective();
      } else {
        trial.member().close();
      }
    }
    candidates.clear();
    finished = !added || iteration == settings.iterations();
  }

  /** Whether nothing is left to be done. */
  public boolean isFinished() {
    return finished;
  }

  /** F of the ensemble, in nats; infinite without members. */
  public double objective() {
    return objective;
  }

  /** The candidates of all iterations so far. */
  public List<AdaNetRow> rows() {
    return List.copyOf(rows);
  }

  /** What the ensemble is made of. */
  public List<EnsembleMember> members() {
    List<EnsembleMember> told = new ArrayList<>();
    for (int j = 0; j < members.size(); j++) {
      told.add(EnsembleMember.of(members.get(j), mixture[j]));
    }
    return told;
  }

  /**
   * Score of the ensemble on the validation split.
   *
   * @throws IllegalStateException if it has no member yet
   */
  public Score validation() {
    return score(images.validation());
  }

  /**
   * Score of the ensemble on the test split.
   *
   * @throws IllegalStateException if it has no member yet
   */
  public Score test() {
    return score(images.test());
  }

  private Score score(ImageSet set) {
    if (members.isEmpty()) {
      throw new IllegalStateException("an ensemble without members answers nothing");
    }
    return assessor.score(members, mixture, set);
  }

  /**
   * Writes weights and statistics of all members as an archive of arrays that NumPy reads, {@code
   * member.0.NAME} and so on, and {@code mixture}.
   *
   * @param file target
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    EnsembleArchive.write(members, mixture, file);
  }

  /** All that {@link #restore} needs. */
  public MethodState state() {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    double[] table = new double[rows.size() * AdaNetRow.WIDTH];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i).numbers(), 0, table, i * AdaNetRow.WIDTH, AdaNetRow.WIDTH);
    }
    arrays.put("rows", table);
    arrays.put("mixture", mixture);
    arrays.put("objective", new double[] {objective, finished ? 1 : 0, candidates.size()});
    for (int j = 0; j < members.size(); j++) {
      members.get(j).save("member." + j, arrays);
    }
    for (int k = 0; k < candidates.size(); k++) {
      candidates.get(k).save("candidate." + k, arrays);
    }
    return new MethodState(arrays);
  }

  /**
   * Goes back to a state.
   *
   * @param state what {@link #state} returned for the same space, images and settings
   */
  public void restore(MethodState state) {
    close();
    members.clear();
    candidates.clear();
    rows.clear();
    double[] table = state.array("rows");
    for (int start = 0; start < table.length; start += AdaNetRow.WIDTH) {
      AdaNetRow row = AdaNetRow.of(table, start);
      rows.add(row);
      if (row.chosen()) {
        Member member = workshop.member(row.iteration(), row.deeper(), row.depth());
        member.restore("member." + members.size(), state);
        members.add(member);
      }
    }
    mixture = state.array("mixture");
    double[] standing = state.array("objective");
    objective = standing[0];
    finished = standing[1] != 0;
    if (standing[2] > 0) {
      candidates.addAll(workshop.candidates(rows.size() / 2 + 1, depth()));
      for (int k = 0; k < candidates.size(); k++) {
        candidates.get(k).restore("candidate." + k, state);
      }
    }
  }

  @Override
  public void close() {
    members.forEach(Member::close);
    candidates.forEach(candidate -> candidate.member().close());
  }
}
