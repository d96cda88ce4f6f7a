package org.simplexity.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small {@code dist/} around the real jar of JNA, which has libraries for two dozen platforms.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "images are for Linux")
class ImageLayoutTest {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:06Z");
  private static final String JNA = "com/sun/jna/%s/libjnidispatch.so";
  @TempDir private Path folder;
  private Path dist;
  private Path image;

  @BeforeEach
  void layOut() throws IOException {
    dist = folder.resolve("dist");
    image = folder.resolve("image");
    Files.createDirectories(dist.resolve("lib"));
    Files.createDirectories(dist.resolve("stages"));
    Files.copy(jar("jna"), dist.resolve("lib/jna-5.jar"));
    zip(dist.resolve("lib/plain-1.jar"), "a/B.class");
    zip(dist.resolve("lib/simplexity-kernel-1.jar"), "k.class");
    zip(dist.resolve("stages/search.jar"), "s.class");
    zip(dist.resolve("stages/evaluate.jar"), "e.class");
    zip(dist.resolve("cli.jar"), "c.class");
    for (String name : List.of("LICENSE", "NOTICE", "sbom.cdx.json")) {
      Files.writeString(dist.resolve(name), name);
    }
    new ImageLayout(dist, image, Platform.here(), TIME).write();
  }

  @Test
  void everyFileHasItsLayerAndEveryStageATopOfItsOwn() throws IOException {
    String library = "native/native/" + JNA.formatted(Platform.here().others().get(1));
    assertThat(files(image).keySet())
        .containsExactlyInAnyOrder(
            library,
            "native/lib/jna-5.jar",
            "libraries/lib/plain-1.jar",
            "own/lib/simplexity-kernel-1.jar",
            "own/LICENSE",
            "own/NOTICE",
            "own/sbom.cdx.json",
            "own/options",
            "tops/search/stages/search.jar",
            "tops/search/start",
            "tops/evaluate/stages/evaluate.jar",
            "tops/evaluate/start",
            "tops/cli/cli.jar",
            "tops/cli/start",
            "tops/cli/stages/search.jar",
            "tops/cli/stages/evaluate.jar");
    assertThat(image.resolve("tops/search/start"))
        .hasContent("-jar\n/opt/simplexity/stages/search.jar");
  }

  @Test
  void aSlimJarHasTheClassesNamesTheFolderAndHoldsNoLibraryOfAnyPlatform() throws IOException {
    try (JarFile before = new JarFile(dist.resolve("lib/jna-5.jar").toFile());
        JarFile slim = new JarFile(image.resolve("native/lib/jna-5.jar").toFile())) {
      assertThat(slim.getManifest().getMainAttributes().getValue("Class-Path"))
          .isEqualTo("../native/");
      assertThat(slim.getManifest().getMainAttributes().getValue("Implementation-Version"))
          .isEqualTo(before.getManifest().getMainAttributes().getValue("Implementation-Version"));
      assertThat(names(slim, ".class")).isEqualTo(names(before, ".class")).isNotEmpty();
      assertThat(names(before, ".so")).isNotEmpty();
      assertThat(names(slim, ".so")).isEmpty();
      assertThat(names(slim, ".dll")).isEmpty();
      assertThat(names(slim, ".jnilib")).isEmpty();
    }
  }

  @Test
  void aProgramFindsTheLibraryBesideTheSlimJarThoughNothingMayBeUnpacked() throws Exception {
    Path run = folder.resolve("run");
    for (String part : List.of("native/native", "native/lib")) {
      copy(image.resolve(part), run.resolve(Path.of(part).getFileName()));
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djna.nounpack=true",
                "-Djna.nosys=true",
                "-Djava.io.tmpdir=" + folder.resolve("no such folder"),
                "-Duser.home=" + folder.resolve("no such home"),
                "-jar",
                run.resolve("lib/jna-5.jar").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("Version: ");
  }

  @Test
  void equalInputGivesEqualBytesAndTimes() throws IOException {
    Path again = folder.resolve("again");
    new ImageLayout(dist, again, Platform.here(), TIME).write();
    assertThat(files(again)).isEqualTo(files(image));
    try (Stream<Path> all = Files.walk(image)) {
      assertThat(all).allSatisfy(path -> assertThat(time(path)).isEqualTo(FileTime.from(TIME)));
    }
  }

  private static FileTime time(Path path) throws IOException {
    return Files.getLastModifiedTime(path);
  }

  private static List<String> names(JarFile jar, String ending) {
    return jar.stream().map(ZipEntry::getName).filter(n -> n.endsWith(ending)).sorted().toList();
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        contents.put(root.relativize(file).toString(), bytes);
      }
    }
    return contents;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path));
        Files.createDirectories(target.getParent());
        Files.copy(path, target);
      }
    }
  }

  private static Path jar(String name) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(path -> path.getFileName().toString().matches(name + "-[\\d.]+\\.jar"))
        .findFirst()
        .orElseThrow();
  }

  private static void zip(Path file, String entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(1);
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      bytes.writeTo(out);
    }
  }
}
