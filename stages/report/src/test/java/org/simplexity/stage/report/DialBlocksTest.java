package org.simplexity.stage.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Dial;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.Text;

/** What the report says of each λ. */
class DialBlocksTest {
  @TempDir Path folder;

  @Test
  void rowsOfFittingAndPruningAreOneDialAndOldRunsSayNothing() throws IOException {
    List<Block> blocks = DialBlocks.of(Sweeps.pruned(folder)).blocks();
    Dial dial = (Dial) blocks.get(0);
    assertThat(dial.models()).extracting(Dial.Model::name).containsExactly("var_linear");
    List<Dial.Position> positions = dial.models().get(0).positions();
    assertThat(positions).extracting(Dial.Position::lambda).containsExactly(1.0, 10.0, 100.0);
    assertThat(positions).extracting(at -> at.accuracy().mean()).containsExactly(0.9, 0.8, 0.5);
    assertThat(positions.get(1).removable()).isEqualTo(Measured.of(List.of(0.75)));
    assertThat(positions.get(1).weights()).isEqualTo(Measured.of(List.of(1234.0)));
    assertThat(positions.get(1).multiplyAdds()).isEqualTo(Measured.of(List.of(5678.0)));
    assertThat(blocks.get(1)).isInstanceOf(Text.class);
  }

  @Test
  void withoutTablesThereIsNoDial() throws IOException {
    assertThat(DialBlocks.of(Sweeps.twoByTwo(folder)).blocks()).isEmpty();
  }
}
