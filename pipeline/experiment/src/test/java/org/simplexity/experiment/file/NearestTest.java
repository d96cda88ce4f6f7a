package org.simplexity.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void distancesAreThoseOfTheTextbook() {
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("ca", "ac")).isEqualTo(1);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
  }

  @Test
  void nothingIsSuggestedForAWordUnlikeAllOthers() {
    assertThat(Nearest.to("zebra", List.of("epochs", "batch"))).isEmpty();
    assertThat(Nearest.to("lr", List.of("epochs"))).isEmpty();
  }
}
