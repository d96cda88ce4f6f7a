package org.simplexity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.Edge;
import org.simplexity.space.Genotype;
import org.simplexity.space.GenotypeJson;
import picocli.CommandLine;

/** What the README shows can be run: its commands as dry runs, its experiment, its links. */
class ReadmeTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyRunCommandIsAGoodExperiment() throws IOException {
    return commands().stream()
        .filter(words -> words.get(1).equals("run"))
        .map(words -> DynamicTest.dynamicTest(String.join(" ", words), () -> dryRun(words)));
  }

  @TestFactory
  Stream<DynamicTest> whatIsTriggeredOrComparedIsAGoodExperiment() throws IOException {
    return commands().stream()
        .filter(words -> List.of("trigger", "regress").contains(words.get(1)))
        .map(words -> DynamicTest.dynamicTest(String.join(" ", words), () -> planned(words)));
  }

  /** The same options are known, and the experiment with its overrides has tasks. */
  private static void planned(List<String> words) {
    Commands.line().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    List<String> run = new ArrayList<>(List.of("./simplexity", "run", words.get(2)));
    for (int i = 3; i < words.size() - 1; i++) {
      if (words.get(i).equals("--set")) {
        run.addAll(List.of("--set", words.get(i + 1)));
      }
    }
    dryRun(run);
  }

  @TestFactory
  Stream<DynamicTest> everyDescriptionCanBeGiven() throws IOException {
    CellGenotype cell =
        CellGenotype.of(1, List.of(new Edge(0, 2, "sep_conv_3x3"), new Edge(1, 2, "skip_connect")));
    Path genotype =
        Files.writeString(
            folder.resolve("genotype.json"), GenotypeJson.write(new Genotype(cell, cell)));
    return commands().stream()
        .filter(words -> words.get(1).equals("describe"))
        .map(
            words ->
                DynamicTest.dynamicTest(String.join(" ", words), () -> describe(words, genotype)));
  }

  @TestFactory
  Stream<DynamicTest> everyDistributionCanBeAskedAndDrawn() throws IOException {
    return commands().stream()
        .filter(words -> words.get(1).equals("simplex"))
        .map(words -> DynamicTest.dynamicTest(String.join(" ", words), () -> simplex(words)));
  }

  private void simplex(List<String> words) {
    List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
    arguments.replaceAll(word -> word.endsWith(".svg") ? folder.resolve(word).toString() : word);
    StringWriter output = new StringWriter();
    int code =
        Commands.line().setOut(new PrintWriter(output)).execute(arguments.toArray(String[]::new));
    assertThat(code).isZero();
    assertThat(output.toString()).contains(arguments.contains("--at") ? "density " : "entropy ");
    assertThat(arguments)
        .filteredOn(word -> word.endsWith(".svg"))
        .allSatisfy(word -> assertThat(Path.of(word)).exists());
  }

  private static void describe(List<String> words, Path genotype) {
    List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
    arguments.replaceAll(word -> word.equals("genotype.json") ? genotype.toString() : word);
    arguments.replaceAll(
        word -> word.endsWith(".svg") ? genotype.resolveSibling(word).toString() : word);
    StringWriter output = new StringWriter();
    int code =
        Commands.line().setOut(new PrintWriter(output)).execute(arguments.toArray(String[]::new));
    assertThat(code).isZero();
    assertThat(output.toString()).contains("total ");
  }

  @Test
  void everyCommandHasAHelpPage() throws IOException {
    assertThat(commands())
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(
            words ->
                assertThat(ROOT.resolve("launcher/help").resolve(words.get(1) + ".txt")).exists());
  }

  @Test
  void theExperimentOfOwnImagesIsAGoodOne() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    int start = readme.indexOf("```yaml\n") + "```yaml\n".length();
    Path images = Files.createDirectories(folder.resolve("images"));
    String text = readme.substring(start, readme.indexOf("```", start));
    Path file = folder.resolve("my-images.yaml");
    Files.writeString(file, text.replaceAll("from: \\S+", "from: " + images));
    dryRun(List.of("./simplexity", "run", file.toString()));
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    Matcher matcher = LINK.matcher(Files.readString(ROOT.resolve("README.md")));
    List<Path> targets = new ArrayList<>();
    while (matcher.find()) {
      targets.add(ROOT.resolve(matcher.group(1)));
    }
    assertThat(targets).isNotEmpty().allSatisfy(target -> assertThat(target).exists());
  }

  private static List<List<String>> commands() throws IOException {
    return Files.readAllLines(ROOT.resolve("README.md")).stream()
        .filter(line -> line.startsWith("./simplexity "))
        .map(line -> Splitter.on(' ').omitEmptyStrings().splitToList(line))
        .toList();
  }

  private static void dryRun(List<String> words) {
    List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
    arguments.replaceAll(
        word -> word.startsWith("experiments/") ? ROOT.resolve(word).toString() : word);
    if (!arguments.contains("--dry-run")) {
      arguments.add("--dry-run");
    }
    StringWriter errors = new StringWriter();
    CommandLine line = Commands.line().setOut(new PrintWriter(new StringWriter()));
    int code = line.setErr(new PrintWriter(errors)).execute(arguments.toArray(String[]::new));
    assertThat(code).as(errors.toString()).isZero();
  }
}
