package org.simplexity.report.pruning;

import java.util.List;
import org.simplexity.report.content.Gallery;
import org.simplexity.report.drawing.HeatDrawing;
import org.simplexity.report.drawing.NiceScale;
import org.simplexity.report.drawing.Scene;
import org.simplexity.report.drawing.Surface;
import org.simplexity.report.drawing.SurfaceDrawing;

/**
 * Mean accuracy of each model over the share of weights removed and λ, all on one scale: as colours
 * and as a surface.
 */
public final class PruningSurfaces {
  private final PruningCharts charts;

  /**
   * Surfaces of an experiment.
   *
   * @param removals all that was measured
   */
  public PruningSurfaces(List<Removal> removals) {
    this.charts = new PruningCharts(removals);
  }

  /** One heat map a model; none unless shares and λ of some model vary. */
  public List<Scene> heat() {
    List<Surface> surfaces = surfaces();
    NiceScale scale = scale(surfaces);
    return surfaces.stream().map(surface -> HeatDrawing.draw(surface, scale)).toList();
  }

  /** One surface a model; none unless shares and λ of some model vary. */
  public List<Scene> wires() {
    List<Surface> surfaces = surfaces();
    NiceScale scale = scale(surfaces);
    return surfaces.stream().map(surface -> SurfaceDrawing.draw(surface, scale)).toList();
  }

  /** Both for the report, side by side; none unless shares and λ of some model vary. */
  public List<Gallery> galleries() {
    if (surfaces().isEmpty()) {
      return List.of();
    }
    return List.of(
        gallery("Accuracy over share of weights removed and λ, mean over seeds", heat()),
        gallery("The same as surfaces, all on one scale", wires()));
  }

  private static Gallery gallery(String caption, List<Scene> scenes) {
    return new Gallery(caption, scenes.stream().map(Scene::svg).toList());
  }

  private static NiceScale scale(List<Surface> surfaces) {
    return surfaces.isEmpty() ? NiceScale.of(0, 1) : Surface.scale(surfaces);
  }

  private List<Surface> surfaces() {
    return charts.models().stream()
        .map(this::surface)
        .filter(s -> s.x().values().size() > 1 && s.y().values().size() > 1)
        .toList();
  }

  private Surface surface(String model) {
    List<Double> shares = charts.shares();
    List<Double> lambdas = charts.measuredLambdas(model);
    List<List<Double>> accuracies =
        lambdas.stream()
            .map(
                lambda ->
                    shares.stream().map(share -> charts.at(model, lambda, share).mean()).toList())
            .toList();
    return new Surface(
        model,
        "accuracy",
        new Surface.Axis("share removed", shares, false),
        new Surface.Axis("λ", lambdas, true),
        accuracies);
  }
}
