package org.simplexity.stage.report;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Folded;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Axis;
import org.simplexity.report.content.Picture;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.content.ResultsTable.Better;
import org.simplexity.report.content.ResultsTable.Column;
import org.simplexity.report.content.Text;
import org.simplexity.report.ranking.Figure;
import org.simplexity.report.ranking.Variant;

/**
 * Bounds and active latent units of autoencoders over settings, and their pictures.
 *
 * @param variants runs of the stage autoencoder that differ in their seed only
 */
record AutoencoderBlocks(List<Variant> variants) {
  private static final String EXPLANATION =
      "The bound (ELBO) is in nats an image: minus the cross-entropy of its pixels and minus the"
          + " divergence of its code from the prior. A latent unit is active where the variance of"
          + " its mean over images exceeds 0.01. Figures are means over seeds, ± one sample standard"
          + " deviation.";
  private static final List<Figure> FIGURES =
      List.of(
          figure("test/elbo", "Test ELBO", Quantity.NUMBER, Better.HIGHER),
          figure("test/reconstruction", "Cross-entropy", Quantity.NUMBER, Better.LOWER),
          figure("test/kl", "KL of the code", Quantity.NUMBER, Better.NEITHER),
          figure("test/active", "Active units", Quantity.COUNT, Better.NEITHER),
          figure("latent/units", "Units", Quantity.COUNT, Better.NEITHER),
          figure("model/parameters", "Parameters", Quantity.COUNT, Better.LOWER),
          figure("time/total_seconds", "Time", Quantity.SECONDS, Better.LOWER));

  private static Figure figure(String metric, String title, Quantity quantity, Better better) {
    return new Figure(metric, new Column(title, quantity, better));
  }

  /** Explanation, table, curves and, folded, pictures of one seed of each variant. */
  List<Block> blocks() throws IOException {
    if (variants.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>(List.of(new Text(EXPLANATION)));
    blocks.add(Tables.of("Autoencoders", variants, FIGURES));
    blocks.addAll(curves());
    blocks.add(
        new Folded(
            "Test images above their reconstructions",
            pictures("reconstructions.png", "test images and reconstructions")));
    blocks.add(new Folded("Samples from the prior", pictures("samples.png", "samples")));
    return blocks;
  }

  /** Bound and active units over epochs. */
  private List<LineChart> curves() {
    Curves curves = new Curves("the autoencoder", variants);
    Axis bound = Axis.linear("ELBO, nats", Quantity.NUMBER);
    Axis active = Axis.linear("active units", Quantity.COUNT);
    List<LineChart> charts = new ArrayList<>();
    curves.metric("Bound of validation images", bound, "validation/elbo").ifPresent(charts::add);
    curves.metric("Active latent units", active, "latent/active").ifPresent(charts::add);
    return charts;
  }

  private List<Block> pictures(String artifact, String what) throws IOException {
    List<Block> pictures = new ArrayList<>();
    for (Variant variant : variants) {
      Optional<UpstreamRun> first = variant.runs().stream().findFirst();
      if (first.isPresent()) {
        String caption = variant.name(first.get()) + ": " + what;
        byte[] content = Files.readAllBytes(first.get().artifact(artifact));
        pictures.add(Picture.png(caption, content));
      }
    }
    return pictures;
  }
}
