package org.simplexity.experiment.graph;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The content of a stage's own code: its jar and the jars named {@code simplexity-*.jar} in the
 * {@code Class-Path} of its manifest. Libraries of others do not count.
 */
public final class CodeDigest {
  private static final String OWN = "simplexity-";

  private CodeDigest() {}

  /**
   * The digest of a stage jar.
   *
   * @param jar stage jar
   * @return 64 hexadecimal digits
   * @throws IOException if a jar cannot be read
   */
  public static String ofJar(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String path =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      Stream<Path> libraries =
          path == null
              ? Stream.of()
              : Arrays.stream(path.split(" ", -1))
                  .filter(CodeDigest::own)
                  .map(entry -> Path.of(jar.toUri().resolve(entry)));
      return of(Stream.concat(Stream.of(jar), libraries).toList());
    }
  }

  /**
   * The digest of the code that this process runs: of the stage jar where it was started with
   * {@code java -jar}, else of the folders and own jars of the class path.
   *
   * @throws IOException if the class path cannot be read
   */
  public static String ofThisProcess() throws IOException {
    List<Path> path =
        Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
            .map(Path::of)
            .filter(Files::exists)
            .toList();
    if (path.size() == 1 && Files.isRegularFile(path.get(0))) {
      return ofJar(path.get(0));
    }
    return of(path.stream().filter(p -> Files.isDirectory(p) || own(p.toString())).toList());
  }

  private static boolean own(String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith(OWN);
  }

  private static String of(List<Path> code) throws IOException {
    MessageDigest digest = Sha256.digest();
    try {
      code.stream()
          .flatMap(CodeDigest::files)
          .sorted(Comparator.comparing(f -> f.toString()))
          .forEach(file -> digest.update(content(file)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Stream<Path> files(Path path) {
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The digest of one file with its name, so that moving bytes between files shows. */
  private static byte[] content(Path file) {
    try {
      MessageDigest digest = Sha256.digest();
      digest.update(String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(Files.readAllBytes(file));
      return digest.digest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
