package org.simplexity.method.autoencoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.data.Batches;
import org.simplexity.data.ChannelStatistics;
import org.simplexity.data.ImageBatch;
import org.simplexity.data.ImageSet;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Seed;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.method.Conditions;
import org.simplexity.method.Divergence;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.MethodState;
import org.simplexity.method.Optimisation;
import org.simplexity.method.robustness.PixelScale;

/**
 * Fits a variational autoencoder to the train split by stochastic gradients of its bound (Kingma
 * and Welling 2014, algorithm 1).
 *
 * <p>All randomness comes from the seed, the epoch and the step, so a fitting restored from its
 * state goes on bit for bit as if it had never stopped. Draws of an assessment depend on the seed
 * and the image only.
 */
public final class AutoencoderTraining implements AutoCloseable {
  private final AutoencoderSettings settings;
  private final PreparedImages images;
  private final ChannelStatistics unit;
  private final Autoencoder autoencoder;
  private final Map<FittedVector, Optimisation> optimisations = new LinkedHashMap<>();
  private final Batches train;
  private final ImageBatch buffer;
  private final Seed seed;

  /**
   * Compiles the networks and sets their first weights.
   *
   * @param images splits
   * @param settings what is fitted, and how
   * @param conditions threads and seed
   * @throws IllegalArgumentException if a batch is larger than the train split
   */
  public AutoencoderTraining(
      LabelledImages images, AutoencoderSettings settings, Conditions conditions) {
    this.settings = settings;
    this.images = images.prepared();
    this.seed = conditions.seed();
    PixelScale.Standard standard = PixelScale.UNIT.standard(this.images.statistics());
    this.unit = new ChannelStatistics(standard.means(), standard.deviations());
    ImageSet set = this.images.train();
    this.train =
        Batches.training(set, unit, settings.batch(), images.augmentation(), seed.child("train"));
    this.buffer = train.newBatch();
    PlanSettings plan = conditions.plan(settings.batch());
    this.autoencoder = new Autoencoder(set.shape(), settings, set.size(), plan);
    autoencoder.initialise(seed.child("weights").generator());
    for (FittedVector vector : autoencoder.fitted()) {
      optimisations.put(
          vector,
          new Optimisation(
              settings.optimiser(), settings.epochs(), vector.values(), vector.gradient()));
    }
  }

  /**
   * Runs one epoch.
   *
   * @param epoch epoch, counted from 1, one after the last one run or restored
   * @throws org.simplexity.method.DivergedException if the loss is not finite
   */
  public AutoencoderEpoch epoch(int epoch) {
    ElboSum sum = new ElboSum();
    Seed noise = seed.child("noise").child(epoch);
    for (int step = 0; step < train.perEpoch(); step++) {
      train.fill(epoch - 1, step, buffer);
      Elbo elbo = autoencoder.gradients(buffer.images(), noise.child(step).generator());
      Divergence.check("train loss", autoencoder.loss(elbo), epoch, step);
      optimisations.values().forEach(optimisation -> optimisation.step(epoch));
      sum.add(elbo, buffer.count());
    }
    Elbo mean = sum.mean();
    return new AutoencoderEpoch(
        mean, autoencoder.loss(mean), assess(images.validation()), rate(epoch));
  }

  private double rate(int epoch) {
    return optimisations.values().iterator().next().rate(epoch);
  }

  /** The autoencoder on the test split. */
  public Assessment test() {
    return assess(images.test());
  }

  private Assessment assess(ImageSet set) {
    Batches batches = Batches.evaluation(set, unit, settings.batch());
    Seed noise = seed.child("assessment");
    ElboSum sum = new ElboSum();
    LatentMoments moments = new LatentMoments(settings.latent());
    for (int index = 0; index < batches.perEpoch(); index++) {
      batches.fill(0, index, buffer);
      int count = buffer.count();
      sum.add(autoencoder.elbo(buffer.images(), count, noise.child(index).generator()), count);
      moments.add(autoencoder.code());
    }
    return new Assessment(sum.mean(), moments.units(autoencoder.scale()));
  }

  /**
   * The first test images.
   *
   * @param count how many, at most; fewer where a batch or the test split has fewer
   * @return pixels from 0 to 1, [channel][row][column] of each
   */
  public List<float[]> testImages(int count) {
    return split(buffer.images(), load(count));
  }

  /**
   * E x of the same images at the means of z and γ.
   *
   * @param count as for {@link #testImages}
   * @return pixels from 0 to 1, [channel][row][column] of each
   */
  public List<float[]> reconstructions(int count) {
    int shown = load(count);
    return split(autoencoder.reconstruction(buffer.images(), shown), shown);
  }

  private int load(int count) {
    Batches.evaluation(images.test(), unit, settings.batch()).fill(0, 0, buffer);
    return Math.min(count, buffer.count());
  }

  /**
   * Images E x of codes drawn from the prior p(z), at the mean of γ.
   *
   * @param count how many, at most; fewer where a batch has fewer
   * @return pixels from 0 to 1, [channel][row][column] of each
   */
  public List<float[]> samples(int count) {
    int drawn = Math.min(count, settings.batch());
    return split(autoencoder.sample(drawn, seed.child("samples").generator()), drawn);
  }

  private List<float[]> split(float[] pixels, int count) {
    int size = images.shape().size();
    List<float[]> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(Arrays.copyOfRange(pixels, i * size, (i + 1) * size));
    }
    return parts;
  }

  /** How many numbers are fitted. */
  public int parameters() {
    return autoencoder.fitted().stream().mapToInt(vector -> vector.values().length()).sum();
  }

  /**
   * Writes all that was fitted as an archive of arrays that NumPy reads: {@code encoder.NAME},
   * {@code decoder.NAME} and, with relevance determination, {@code relevance.mean} and {@code
   * relevance.log_deviation} by unit.
   *
   * @param file target
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    AutoencoderArchive.write(autoencoder, file);
  }

  /** All that {@link #restore} needs. */
  public MethodState state() {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    optimisations.forEach(
        (vector, optimisation) -> {
          arrays.put(vector.name(), vector.values().toArray());
          optimisation.save(vector.name(), arrays);
        });
    return new MethodState(arrays);
  }

  /**
   * Goes back to a state.
   *
   * @param state what {@link #state} returned for the same images and settings
   */
  public void restore(MethodState state) {
    optimisations.forEach(
        (vector, optimisation) -> {
          vector.values().copyFrom(state.array(vector.name()));
          optimisation.restore(vector.name(), state);
        });
  }

  @Override
  public void close() {
    autoencoder.close();
  }
}
