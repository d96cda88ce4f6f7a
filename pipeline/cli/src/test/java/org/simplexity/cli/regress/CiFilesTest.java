package org.simplexity.cli.regress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.cli.Commands;
import org.simplexity.experiment.file.ExperimentFile;
import picocli.CommandLine.ParseResult;

/** The ready files for CI call commands, options and experiments that there are. */
class CiFilesTest {
  private static final Path ROOT = Path.of("../..");

  @Test
  void theGithubWorkflowPublishesWhatTheCommandWrites() throws IOException {
    JsonNode workflow = read("docs/ci/github-actions.yml");
    JsonNode job = workflow.path("jobs").path("regress");
    assertThat(workflow.has("on")).isTrue();
    assertThat(job.path("runs-on").asText()).isNotEmpty();
    List<String> commands = job.path("steps").findValuesAsText("run");
    assertRuns(commands.get(0));
    assertThat(commands.get(1)).contains("regress/summary.md");
    assertThat(job.path("steps").findValuesAsText("report_paths"))
        .containsExactly("regress/junit.xml");
    assertThat(job.path("steps").findValuesAsText("if")).containsOnly("always()");
  }

  @Test
  void theGitlabJobPublishesWhatTheCommandWrites() throws IOException {
    JsonNode job = read("docs/ci/gitlab-ci.yml").path("regress");
    assertRuns(job.path("script").get(0).asText());
    assertThat(job.path("artifacts").path("reports").path("junit").asText())
        .isEqualTo("regress/junit.xml");
    assertThat(job.path("artifacts").path("when").asText()).isEqualTo("always");
    assertThat(job.path("rules").findValuesAsText("REGRESS_OPTIONS")).containsExactly("--promote");
    assertThat(job.path("after_script").get(0).asText()).contains("regress/summary.md");
  }

  private static void assertRuns(String line) throws IOException {
    String plain =
        line.replaceAll("\\$\\{\\{.*?\\}\\}", "--promote").replace("$REGRESS_OPTIONS", "");
    List<String> words = Arrays.asList(plain.strip().split("\\s+"));
    assertThat(words.get(0)).isEqualTo("./simplexity");
    ParseResult parsed =
        Commands.line().parseArgs(words.subList(1, words.size()).toArray(new String[0]));
    ParseResult regress = parsed.subcommand();
    assertThat(regress.commandSpec().name()).isEqualTo("regress");
    assertThat(regress.<Path>matchedOptionValue("--out", null)).isEqualTo(Path.of("regress"));
    Path experiment = ROOT.resolve(regress.<Path>matchedPositionalValue(0, null));
    assertThat(Files.exists(experiment)).isTrue();
    assertThat(ExperimentFile.read(experiment, List.of()).experiment().sweep().axes())
        .containsKey("seed");
  }

  private static JsonNode read(String file) throws IOException {
    return new YAMLMapper().readTree(ROOT.resolve(file).toFile());
  }
}
