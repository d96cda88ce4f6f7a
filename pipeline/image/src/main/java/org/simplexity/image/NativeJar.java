package org.simplexity.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A jar with native libraries, taken apart: the libraries of one platform as files in a folder, all
 * else in a jar whose {@code Class-Path} names that folder.
 *
 * <p>So libraries are found where they were, as resources of the class path, but as files that
 * JavaCPP and JNA load directly: nothing is unpacked at run time, which a read-only file system
 * would not allow.
 */
final class NativeJar implements AutoCloseable {
  private static final String NATIVE =
      ".*(\\.(so|dll|dylib|jnilib|a|lib|exe)(\\.\\d+)*$|\\.dSYM/.*)";

  /**
   * JavaCPP loads OpenBLAS for ND4J under a name of its own, for which it would copy the file to
   * its cache at every start; under that name from the beginning it finds it where it is.
   */
  private static final Map<String, String> RENAMED =
      Map.of("libopenblas.so.0", "libopenblas_nolapack.so.0");

  private final JarFile jar;
  private final Platform platform;

  NativeJar(Path file, Platform platform) throws IOException {
    this.jar = new JarFile(file.toFile());
    this.platform = platform;
  }

  /** Whether the jar has libraries for the platform. */
  boolean isNative() {
    return !libraries().isEmpty();
  }

  private List<JarEntry> libraries() {
    return jar.stream().filter(entry -> platform.loads(entry.getName())).toList();
  }

  /** Writes the platform's libraries below a folder, without their symbol tables. */
  void unpack(Path folder) throws IOException {
    for (JarEntry entry : libraries()) {
      Path target = target(folder, Path.of(entry.getName()));
      if (!target.startsWith(folder)) {
        throw new IOException(jar.getName() + " has an entry outside of it: " + entry.getName());
      }
      Files.createDirectories(target.getParent());
      try (InputStream in = jar.getInputStream(entry)) {
        Files.copy(in, target);
      }
      SymbolTable.cut(target);
    }
  }

  private static Path target(Path folder, Path entry) {
    String name = entry.getFileName().toString();
    return folder.resolve(entry).resolveSibling(RENAMED.getOrDefault(name, name)).normalize();
  }

  /**
   * Writes the jar without libraries of any platform.
   *
   * @param target file to write
   * @param folder where the libraries are, relative to the target
   * @param time time of all entries
   */
  void slim(Path target, String folder, Instant time) throws IOException {
    try (OutputStream out = Files.newOutputStream(target);
        JarOutputStream slim = new JarOutputStream(out)) {
      JarEntry first = at(new JarEntry(JarFile.MANIFEST_NAME), time);
      slim.putNextEntry(first);
      manifest(folder).write(slim);
      for (JarEntry entry : jar.stream().filter(NativeJar::isKept).toList()) {
        slim.putNextEntry(at(new JarEntry(entry.getName()), time));
        try (InputStream in = jar.getInputStream(entry)) {
          in.transferTo(slim);
        }
      }
    }
  }

  private static JarEntry at(JarEntry entry, Instant time) {
    entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    return entry;
  }

  private static boolean isKept(JarEntry entry) {
    String name = entry.getName();
    return !entry.isDirectory() && !name.equals(JarFile.MANIFEST_NAME) && !name.matches(NATIVE);
  }

  private Manifest manifest(String folder) throws IOException {
    Manifest manifest = jar.getManifest() == null ? new Manifest() : jar.getManifest();
    Attributes main = manifest.getMainAttributes();
    main.putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
    String before = main.getValue(Attributes.Name.CLASS_PATH);
    main.put(Attributes.Name.CLASS_PATH, before == null ? folder : before + " " + folder);
    return manifest;
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
