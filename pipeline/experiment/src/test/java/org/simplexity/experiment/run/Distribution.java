package org.simplexity.experiment.run;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * A distribution folder whose stages are all {@link FixtureMain}, on the class path of the tests.
 */
public final class Distribution {
  private Distribution() {}

  /** Makes a jar for each stage; returns the folder. */
  public static Path in(Path folder, String... stages) throws IOException {
    Files.createDirectories(folder.resolve("stages"));
    for (String stage : stages) {
      Path jar = folder.resolve("stages").resolve(stage + ".jar");
      try (OutputStream out = Files.newOutputStream(jar);
          JarOutputStream empty = new JarOutputStream(out, manifest())) {
        empty.finish();
      }
    }
    return folder;
  }

  private static Manifest manifest() {
    String path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FixtureMain.class.getName());
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, path);
    return manifest;
  }
}
