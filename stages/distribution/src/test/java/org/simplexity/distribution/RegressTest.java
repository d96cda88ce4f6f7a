package org.simplexity.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.distribution.Pipeline.Ended;
import org.simplexity.tracking.testing.MlflowServer;

/** A real experiment against a real baseline, through {@code java -jar dist/cli.jar regress}. */
@ExtendWith(MlflowServer.class)
class RegressTest {
  private static final String NAME = "name=small-regress";

  @TempDir Path folder;

  @Test
  void unchangedIsNoWorseAndATenthOfTheLearningRateIsWorse(MlflowServer server) throws Exception {
    Pipeline pipeline = new Pipeline(folder, server.uri());
    Ended missing = pipeline.regress("--set", NAME);
    assertThat(missing.code()).as(missing.said()).isEqualTo(6);
    assertThat(missing.said()).contains("no alias and no run \"main\"");

    Ended first = pipeline.regress("--set", NAME, "--promote");
    assertThat(first.code()).as(first.said()).isZero();
    assertThat(first.said()).contains("Nothing was compared");

    Ended same = pipeline.regress("--set", NAME, "--fresh");
    assertThat(same.code()).as(same.said()).isZero();
    assertThat(same.parent()).isNotEqualTo(first.parent());
    assertThat(comparison().path("results")).isNotEmpty();
    for (JsonNode result : comparison().path("results")) {
      assertThat(result.path("change").asDouble()).as(result.toString()).isZero();
    }

    Ended slow = pipeline.regress("--set", NAME, "--set", "train.optimiser.learning_rate=0.0025");
    assertThat(slow.code()).as(slow.said()).isEqualTo(1);
    assertThat(slow.said()).contains("data-prep[seed=3]: reused", "is worse than main");
    assertThat(comparison().path("changes").findValuesAsText("what"))
        .containsExactly("train.optimiser.learning_rate");
  }

  private JsonNode comparison() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("out/comparison.json").toFile());
  }
}
