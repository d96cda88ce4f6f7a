package org.simplexity.experiment.stage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run should say of the machine and the code that made it. */
public final class MachineFacts {
  private static final Path CPU = Path.of("/proc/cpuinfo");

  private MachineFacts() {}

  /** Name of this machine. */
  public static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("unknown");
    }
  }

  /**
   * Version of the program and the digest of the code that ran.
   *
   * @param digest digest of the code
   */
  public static String codeVersion(String digest) {
    String version =
        Optional.ofNullable(System.getenv("SIMPLEXITY_CODE_VERSION"))
            .or(
                () ->
                    Optional.ofNullable(MachineFacts.class.getPackage().getImplementationVersion()))
            .orElse("development");
    return version + "+" + digest.substring(0, 12);
  }

  /** Java and the libraries on the class path, by the names of their jars. */
  public static String libraries() {
    String jars =
        Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
            .flatMap(MachineFacts::withManifest)
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .filter(name -> name.endsWith(".jar"))
            .map(name -> name.substring(0, name.length() - ".jar".length()))
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    return ("java-" + Runtime.version() + " " + jars).strip();
  }

  /** Machine, system and Java as JSON. */
  static ObjectNode json() {
    Runtime runtime = Runtime.getRuntime();
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    facts.put("host", host()).put("cores", runtime.availableProcessors()).put("cpu", cpu());
    facts.put("max_heap_mb", runtime.maxMemory() >> 20);
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("architecture", System.getProperty("os.arch"));
    facts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    return facts;
  }

  /** Name of the processor, where the system tells. */
  public static String cpu() {
    if (!Files.isReadable(CPU)) {
      return "unknown";
    }
    try (Stream<String> lines = Files.lines(CPU)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static Stream<String> withManifest(String path) {
    if (!path.endsWith(".jar")) {
      return Stream.of();
    }
    try (JarFile jar = new JarFile(path)) {
      String classPath =
          jar.getManifest() == null
              ? null
              : jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return Stream.concat(
          Stream.of(path), classPath == null ? Stream.of() : Stream.of(classPath.split(" ", -1)));
    } catch (IOException e) {
      return Stream.of(path);
    }
  }
}
