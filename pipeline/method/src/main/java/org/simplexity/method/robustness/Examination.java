package org.simplexity.method.robustness;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.ImageShape;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.method.robustness.image.Pixels;

/**
 * Asks networks about images, as in evaluation: running statistics, no random changes.
 *
 * <p>One plan is kept and compiled anew where another network comes. Not safe for threads.
 */
public final class Examination implements InputGradient, AutoCloseable {
  private final PixelScale.Standard standard;
  private final PlanSettings settings;
  private @Nullable Plan plan;

  /**
   * Prepares to ask.
   *
   * @param standard how pixels reach the network
   * @param settings images a pass and threads
   */
  public Examination(PixelScale.Standard standard, PlanSettings settings) {
    this.standard = standard;
    this.settings = settings;
  }

  /**
   * Share of images whose largest logit is that of their class.
   *
   * @param specimen network and images
   * @throws IllegalArgumentException if the network reads images of another shape, or knows fewer
   *     classes
   */
  public double accuracy(Specimen specimen) {
    Plan ready = plan(specimen.network(), false);
    long correct = 0;
    for (int first = 0; first < specimen.images().size(); first += settings.batch()) {
      load(ready, specimen.images(), first);
      correct += ready.forward(Mode.EVALUATION).correct();
    }
    return (double) correct / specimen.images().size();
  }

  @Override
  public List<Pixels> of(Specimen specimen) {
    Plan ready = plan(specimen.network(), true);
    List<Pixels> gradients = new ArrayList<>();
    for (int first = 0; first < specimen.images().size(); first += settings.batch()) {
      int count = load(ready, specimen.images(), first);
      ready.inputGradients();
      double[] flat = ready.gradientOfImages();
      ImageShape shape = specimen.images().shape();
      for (int k = 0; k < count; k++) {
        int from = k * shape.size();
        gradients.add(
            Pixels.of(
                shape,
                (c, y, x) ->
                    flat[from + (c * shape.height() + y) * shape.width() + x]
                        / standard.deviation(c)));
      }
    }
    return gradients;
  }

  private int load(Plan ready, LabelledPixels images, int first) {
    int count = Math.min(settings.batch(), images.size() - first);
    int size = images.shape().size();
    float[] pixels = new float[count * size];
    int[] labels = new int[count];
    for (int k = 0; k < count; k++) {
      standard.write(images.images().get(first + k), pixels, k * size);
      labels[k] = images.labels().get(first + k);
    }
    ready.load(pixels, labels, count);
    return count;
  }

  private Plan plan(TrainedNetwork trained, boolean gradients) {
    Plan current = plan;
    if (current == null
        || current.network() != trained.network()
        || (gradients && !current.settings().inputGradients())) {
      close();
      current = Plan.compile(trained.network(), settings.withInputGradients(gradients));
      plan = current;
    }
    trained.copyTo(current);
    return current;
  }

  /** Frees the plan. */
  @Override
  public void close() {
    if (plan != null) {
      plan.close();
      plan = null;
    }
  }
}
