package org.simplexity.stage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.data.ImageGrid;
import org.simplexity.data.ImageShape;
import org.simplexity.experiment.testing.RecordedRun;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Folded;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.Picture;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.Text;
import org.simplexity.report.ranking.Variant;

/** What the report says of autoencoders. */
class AutoencoderBlocksTest {
  @TempDir Path folder;

  private RecordedRun run(String relevance, int seed, double elbo, int active) {
    String name = "autoencoder-%s-%d".formatted(relevance, seed);
    byte[] png = ImageGrid.png(new ImageShape(1, 1, 1), List.of(List.of(new float[1])));
    return new RecordedRun("autoencoder", folder.resolve(name))
        .with("autoencoder.relevance", relevance)
        .with("seed", Integer.toString(seed))
        .metric("validation/elbo", -150, elbo)
        .metric("latent/active", 32, active)
        .headline("{\"test/elbo\": %s, \"test/active\": %d}".formatted(elbo, active))
        .artifact("reconstructions.png", png)
        .artifact("samples.png", png);
  }

  @Test
  void settingsAreRowsWithMeansOverSeedsAndAPictureOfOneSeedEach() throws IOException {
    List<Block> blocks =
        new AutoencoderBlocks(
                Variant.of(
                    List.of(
                        run("false", 0, -105, 12),
                        run("false", 1, -107, 14),
                        run("true", 0, -104, 11)),
                    "vae"))
            .blocks();
    assertThat(blocks.get(0)).isInstanceOf(Text.class);
    ResultsTable table = (ResultsTable) blocks.get(1);
    assertThat(table.columns())
        .extracting(ResultsTable.Column::title)
        .containsExactly("Test ELBO", "Active units");
    assertThat(table.rows())
        .extracting(ResultsTable.Row::name)
        .containsExactly("autoencoder.relevance=false", "autoencoder.relevance=true");
    assertThat(table.rows().get(0).figures().get(0).mean()).isCloseTo(-106, within(1e-12));
    assertThat(table.rows().get(0).figures().get(1).deviation())
        .isCloseTo(Math.sqrt(2), within(1e-12));
    assertThat(blocks)
        .filteredOn(LineChart.class::isInstance)
        .extracting(block -> ((LineChart) block).title())
        .containsExactly("Bound of validation images", "Active latent units");
    assertThat(blocks)
        .filteredOn(Folded.class::isInstance)
        .hasSize(2)
        .allSatisfy(block -> assertThat(((Folded) block).blocks()).hasSize(2))
        .allSatisfy(
            block ->
                assertThat(((Picture) ((Folded) block).blocks().get(0)).caption())
                    .startsWith("autoencoder.relevance=false, seed=0: "));
  }

  @Test
  void withoutRunsThereIsNothing() throws IOException {
    assertThat(new AutoencoderBlocks(List.of()).blocks()).isEmpty();
  }
}
