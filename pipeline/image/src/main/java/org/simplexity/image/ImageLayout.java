package org.simplexity.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Sorts {@code dist/} into the layers of container images, from what hardly ever changes to what
 * changes with every commit:
 *
 * <ul>
 *   <li>{@code native/}: native libraries as files, and the jars they were in, without them;
 *   <li>{@code libraries/}: all other jars of others;
 *   <li>{@code own/}: our jars, licences and the list of components;
 *   <li>{@code tops/NAME/}: what only the image of that name has: a stage's jar, or the command
 *       line with all stages.
 * </ul>
 *
 * Each is copied to {@link Start#HOME}. All files have one time, so equal input gives equal layers.
 */
public final class ImageLayout {
  private static final String OWN = "simplexity-";
  private static final String COMPONENTS = "sbom.cdx.json";
  private final Path dist;
  private final Path target;
  private final Platform platform;
  private final Instant time;

  ImageLayout(Path dist, Path target, Platform platform, Instant time) {
    this.dist = dist;
    this.target = target;
    this.platform = platform;
    this.time = time;
  }

  /**
   * Lays out a folder. All files get the time that the variable {@code SOURCE_DATE_EPOCH} says, in
   * seconds since 1970; without it, 0.
   *
   * @param arguments {@code dist/} and the folder to make
   * @throws IOException if the disk does not play along
   */
  public static void main(String[] arguments) throws IOException {
    String seconds = Objects.requireNonNullElse(System.getenv("SOURCE_DATE_EPOCH"), "0");
    if (arguments.length != 2 || !seconds.matches("\\d{1,11}")) {
      System.err.println("expected: DIST TARGET, and SOURCE_DATE_EPOCH a number, is " + seconds);
      System.exit(2);
    }
    Instant time = Instant.ofEpochSecond(Long.parseLong(seconds));
    new ImageLayout(Path.of(arguments[0]), Path.of(arguments[1]), Platform.here(), time).write();
  }

  void write() throws IOException {
    for (Path jar : list(dist.resolve("lib"))) {
      library(jar);
    }
    if (!Files.exists(dist.resolve(COMPONENTS))) {
      throw new NoSuchFileException(
          dist.resolve(COMPONENTS).toString(), null, "Maven leaves it out when it is offline (-o)");
    }
    for (String name : List.of("LICENSE", "NOTICE", COMPONENTS)) {
      copy(dist.resolve(name), target.resolve("own"));
    }
    Files.writeString(target.resolve("own/options"), Start.options(platform));
    Files.createDirectories(target.resolve("work"));
    tops();
    settle();
  }

  private void library(Path jar) throws IOException {
    if (jar.getFileName().toString().startsWith(OWN)) {
      copy(jar, target.resolve("own/lib"));
      return;
    }
    try (NativeJar taken = new NativeJar(jar, platform)) {
      if (taken.isNative()) {
        Path layer = target.resolve("native");
        taken.unpack(Files.createDirectories(layer.resolve("native")));
        Path slim = Files.createDirectories(layer.resolve("lib")).resolve(jar.getFileName());
        taken.slim(slim, "../native/", time);
      } else {
        copy(jar, target.resolve("libraries/lib"));
      }
    }
  }

  private void tops() throws IOException {
    Path line = target.resolve("tops/cli");
    copy(dist.resolve("cli.jar"), line);
    Files.writeString(line.resolve(Start.FILE), Start.of("cli.jar"));
    for (Path jar : list(dist.resolve("stages"))) {
      String name = jar.getFileName().toString();
      Path top = target.resolve("tops").resolve(name.replaceFirst("\\.jar$", ""));
      copy(jar, top.resolve("stages"));
      Files.writeString(top.resolve(Start.FILE), Start.of("stages/" + name));
      copy(jar, line.resolve("stages"));
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static void copy(Path file, Path folder) throws IOException {
    Files.copy(file, Files.createDirectories(folder).resolve(file.getFileName()));
  }

  /** Gives everything the same time; folders after what is in them. */
  private void settle() throws IOException {
    try (Stream<Path> all = Files.walk(target)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.setLastModifiedTime(path, FileTime.from(time));
      }
    }
  }
}
