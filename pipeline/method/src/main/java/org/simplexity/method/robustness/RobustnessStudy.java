package org.simplexity.method.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.simplexity.data.Seed;

/** Measures how accuracy falls under several disturbances. */
public final class RobustnessStudy {
  private final List<Trial> trials;
  private final int draws;
  private final Seed seed;

  /**
   * A study.
   *
   * @param trials disturbances with their levels
   * @param draws repetitions of what is random, at least 1
   * @param seed seed of all random choices; a disturbance, a level and a draw have each their own
   */
  public RobustnessStudy(List<Trial> trials, int draws, Seed seed) {
    if (draws < 1) {
      throw new IllegalArgumentException("draws " + draws + " must be at least 1");
    }
    this.trials = List.copyOf(trials);
    this.draws = draws;
    this.seed = seed;
  }

  /** Told before each measurement. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A measurement begins.
     *
     * @param done measurements done
     * @param total measurements in all
     * @param what what comes, for people
     */
    void begins(int done, int total, String what);
  }

  /**
   * The disturbances of some settings.
   *
   * @param settings levels
   * @param gradient gradients for the fast gradient sign method
   * @param edges removal of edges; empty where the structure of the network is not known
   */
  public static List<Trial> trials(
      RobustnessSettings settings, InputGradient gradient, Optional<EdgeRemoval> edges) {
    List<Trial> trials = new ArrayList<>();
    trials.add(new Trial(new WeightNoise(), settings.weightNoise()));
    edges.ifPresent(removal -> trials.add(new Trial(removal, settings.edgeRemoval())));
    trials.add(new Trial(new InputNoise(), settings.inputNoise()));
    trials.add(new Trial(new FastGradientSign(gradient), settings.fastGradientSign()));
    List<Double> severities = settings.severities().stream().map(Integer::doubleValue).toList();
    settings.corruptions().forEach(c -> trials.add(new Trial(new Corrupted(c), severities)));
    trials.removeIf(trial -> trial.levels().isEmpty());
    return trials;
  }

  /** Number of measurements. */
  public int size() {
    return 1 + trials.stream().mapToInt(t -> t.levels().size() * draws(t)).sum();
  }

  private int draws(Trial trial) {
    return trial.perturbation().isRandom() ? draws : 1;
  }

  /**
   * Measures all.
   *
   * @param specimen undisturbed network and images
   * @param examination what asks the network
   * @param listener told of every measurement
   * @return one curve a disturbance
   */
  public List<RobustnessCurve> run(Specimen specimen, Examination examination, Listener listener) {
    listener.begins(0, size(), "undisturbed");
    Observation clean = new Observation(0, 1, examination.accuracy(specimen));
    List<RobustnessCurve> curves = new ArrayList<>();
    int done = 1;
    for (Trial trial : trials) {
      List<Observation> observations = new ArrayList<>(List.of(clean));
      for (double level : trial.levels()) {
        for (int draw = 1; draw <= draws(trial); draw++) {
          listener.begins(done++, size(), trial.perturbation().name() + " " + level);
          Specimen disturbed =
              trial.perturbation().disturb(specimen, level, seed(trial, level, draw));
          observations.add(new Observation(level, draw, examination.accuracy(disturbed)));
        }
      }
      curves.add(
          new RobustnessCurve(
              trial.perturbation().name(), trial.perturbation().scale(), observations));
    }
    return curves;
  }

  /** Another draw at every level, or one lucky draw would lift a whole curve. */
  private Seed seed(Trial trial, double level, int draw) {
    return seed.child(trial.perturbation().name())
        .child(Double.doubleToLongBits(level))
        .child(draw);
  }
}
