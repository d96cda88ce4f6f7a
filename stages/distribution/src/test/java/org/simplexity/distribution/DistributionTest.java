package org.simplexity.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder {@code dist/}, which containers copy as it is. */
class DistributionTest {
  private static final Path DIST = Checkout.ROOT.resolve("dist");
  private static final Pattern OWN = Pattern.compile("org/simplexity/|META-INF/");
  private static final String VERSION = "-(\\d|9999)[^/]*$";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cli.jar",
        "stages/data-prep.jar",
        "stages/search.jar",
        "stages/discretise.jar",
        "stages/train.jar",
        "stages/evaluate.jar",
        "stages/report.jar"
      })
  void aRunnableJarIsThinAndFindsItsEntryAndAllItsLibraries(String name) throws IOException {
    Path path = DIST.resolve(name);
    assertThat(path).exists();
    try (JarFile jar = new JarFile(path.toFile())) {
      assertThat(jar.stream().map(JarEntry::getName))
          .as("classes of its own only")
          .allMatch(entry -> "org/simplexity/".startsWith(entry) || OWN.matcher(entry).lookingAt());
      Attributes manifest = jar.getManifest().getMainAttributes();
      String entry = manifest.getValue(Attributes.Name.MAIN_CLASS).replace('.', '/') + ".class";
      assertThat(jar.getEntry(entry)).as(entry).isNotNull();
      assertThat(manifest.getValue("Enable-Native-Access")).isEqualTo("ALL-UNNAMED");
      assertThat(Splitter.on(" ").split(manifest.getValue(Attributes.Name.CLASS_PATH)))
          .isNotEmpty()
          .allSatisfy(library -> assertThat(path.resolveSibling(library).normalize()).exists());
    }
  }

  @Test
  void everyLibraryIsThereOnce() throws IOException {
    // Deeplearning4j's own copies of guava and jackson live in packages of their own.
    List<String> names =
        libraries().stream()
            .filter(name -> !name.contains("1.0.0-M2.1"))
            .map(name -> name.replaceFirst(VERSION, classifier(name)))
            .toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void runnableJarsAreNotLibrariesToo() throws IOException {
    assertThat(libraries())
        .noneMatch(name -> name.matches("simplexity-(stage-.*|cli|distribution)-\\d.*"));
  }

  @Test
  void nativeLibrariesAreThoseOfThisPlatformAndOneBackend() throws IOException {
    List<String> natives =
        libraries().stream()
            .filter(name -> name.matches(".*-(linux|macosx|windows|android|ios)-.+"))
            .toList();
    assertThat(natives).isNotEmpty().allMatch(name -> name.matches(".*-" + platform() + "[-.].*"));
    assertThat(natives).filteredOn(name -> name.matches("nd4j-(native|cuda-11.6)-1.*")).hasSize(1);
  }

  @Test
  void logsHaveOneInterfaceAndOneBackend() throws IOException {
    assertThat(libraries()).filteredOn(name -> name.startsWith("slf4j-")).hasSize(1);
    assertThat(libraries()).filteredOn(name -> name.startsWith("logback-classic-")).hasSize(1);
    assertThat(libraries()).noneMatch(name -> name.matches("(log4j|commons-logging|jul-to).*"));
  }

  @Test
  void licencesLieBesideTheJarsAndNoticeNamesEveryLibrary() throws IOException {
    assertThat(DIST.resolve("LICENSE")).content().contains("Apache License");
    List<String> words =
        Splitter.onPattern("[\\s;,()]+").splitToList(Files.readString(DIST.resolve("NOTICE")));
    assertThat(libraries())
        .filteredOn(name -> !name.startsWith("simplexity-"))
        .allSatisfy(name -> assertThat(words).contains(name.replaceFirst(VERSION, "")));
  }

  private static List<String> libraries() throws IOException {
    try (Stream<Path> files = Files.list(DIST.resolve("lib"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String classifier(String name) {
    return name.contains("-" + platform()) ? "-native" : "";
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String name =
        system.startsWith("mac") ? "macosx" : system.startsWith("win") ? "windows" : "linux";
    String processor = System.getProperty("os.arch");
    return name + (List.of("aarch64", "arm64").contains(processor) ? "-arm64" : "-x86_64");
  }
}
