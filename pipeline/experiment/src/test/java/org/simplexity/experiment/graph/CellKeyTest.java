package org.simplexity.experiment.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.file.ExperimentFile;

class CellKeyTest {
  @TempDir Path folder;

  @Test
  void aKeyChangesWithWhatItsStageReadsAndWithNothingElse() {
    String key = key("search", "");
    assertThat(key).matches("[0-9a-f]{64}");
    assertThat(key("search", "description: other")).isEqualTo(key);
    assertThat(key("search", "train: {epochs: 1}")).isEqualTo(key);
    assertThat(key("search", "runtime: {parallel_tasks: 2}")).isEqualTo(key);
    assertThat(key("search", "search: {epochs: 50}")).as("the default").isEqualTo(key);
    assertThat(key("search", "search: {epochs: 49}")).isNotEqualTo(key);
    assertThat(key("search", "seed: 1")).isNotEqualTo(key);
    assertThat(key("search", "runtime: {threads: 1}")).isNotEqualTo(key);
  }

  @Test
  void aKeyChangesWithCodeStageAndUpstreamButNotWithTheirOrder() {
    Experiment experiment = Experiment.defaults();
    StageDescription search = Stages.named("search");
    String key = CellKey.of(search, "code", experiment, List.of("a", "b"));
    assertThat(CellKey.of(search, "code", experiment, List.of("b", "a"))).isEqualTo(key);
    assertThat(CellKey.of(search, "other", experiment, List.of("a", "b"))).isNotEqualTo(key);
    assertThat(CellKey.of(search, "code", experiment, List.of("a", "c"))).isNotEqualTo(key);
    assertThat(CellKey.of(Stages.named("train"), "code", experiment, List.of("a", "b")))
        .isNotEqualTo(key);
  }

  @Test
  void aKeyOfDataPreparationChangesWithTheFilesOfTheUser() throws IOException {
    Path image = Files.writeString(folder.resolve("a.png"), "one");
    String from = "data: {set: image-folder, from: '%s'}".formatted(folder);
    String key = key("data-prep", from);
    assertThat(key("data-prep", from)).isEqualTo(key);
    Files.writeString(image, "other");
    assertThat(key("data-prep", from)).isNotEqualTo(key);
    Files.delete(image);
    assertThat(key("data-prep", from)).isNotEqualTo(key);
  }

  @Test
  void theCodeOfAStageIsItsJarAndOurLibrariesButNotThoseOfOthers() throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    jar("lib/simplexity-method.jar", "one", "");
    jar("lib/guava.jar", "one", "");
    jar("stage.jar", "main", "lib/simplexity-method.jar lib/guava.jar");
    String digest = CodeDigest.ofJar(folder.resolve("stage.jar"));
    String absolute = folder.resolve("lib/simplexity-method.jar").toUri().toString();
    jar("stage.jar", "main", absolute + " lib/guava.jar");
    assertThat(CodeDigest.ofJar(folder.resolve("stage.jar"))).isNotEqualTo(digest);
    jar("stage.jar", "main", "lib/simplexity-method.jar lib/guava.jar");
    jar("lib/guava.jar", "two", "");
    assertThat(CodeDigest.ofJar(folder.resolve("stage.jar"))).isEqualTo(digest);
    jar("lib/simplexity-method.jar", "two", "");
    assertThat(CodeDigest.ofJar(folder.resolve("stage.jar"))).isNotEqualTo(digest);
  }

  private static String key(String stage, String rest) {
    Experiment experiment =
        ExperimentFile.parse("k.yaml", "name: k\n" + rest, List.of()).experiment();
    return CellKey.of(Stages.named(stage), "code", experiment, List.of("up"));
  }

  private void jar(String name, String content, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    try (OutputStream out = Files.newOutputStream(folder.resolve(name));
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.putNextEntry(new JarEntry("content"));
      jar.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
