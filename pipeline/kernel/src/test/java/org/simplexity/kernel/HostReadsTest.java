package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.simplexity.kernel.execution.nd4j.Device;

/**
 * Numbers leave ND4J's device through {@link Device#get} only, so that what it counts is all there
 * is: in the byte code of the kernel no other call on a class of ND4J gives a number back.
 */
class HostReadsTest {
  private static final Pattern CLASS =
      Pattern.compile("(?:class|record|interface|enum) ([\\w.$]+)");
  private static final Pattern CALL =
      Pattern.compile(
          "// (?:Interface)?Method (org/nd4j/[\\w/$]+)\\.\"?([\\w<>]+)\"?:\\(.*\\)(\\S+)");

  /** Extents, which the host knows. */
  private static final Set<String> EXTENTS = Set.of("length", "size", "shape");

  private static final Pattern NUMBERS = Pattern.compile("\\[*[BSIJFDZ]|\\[*Ljava/lang/.*");

  @Test
  void onlyDeviceGetHandsNumbersToTheHost() throws IOException, URISyntaxException {
    assertThat(reads())
        .containsExactly(
            "org.simplexity.kernel.execution.nd4j.Device: DataBuffer.asDouble",
            "org.simplexity.kernel.execution.nd4j.Device: INDArray.data");
  }

  private static Set<String> reads() throws IOException, URISyntaxException {
    Set<String> reads = new TreeSet<>();
    String owner = "";
    int calls = 0;
    for (String line : (Iterable<String>) disassembled().lines()::iterator) {
      Matcher name = CLASS.matcher(line);
      Matcher call = CALL.matcher(line);
      if (!line.startsWith(" ") && name.find()) {
        owner = name.group(1);
      } else if (call.find()) {
        calls++;
        String type = call.group(1).substring(call.group(1).lastIndexOf('/') + 1);
        boolean number =
            NUMBERS.matcher(call.group(3)).matches() && !EXTENTS.contains(call.group(2));
        if (number || call.group(3).endsWith("DataBuffer;")) {
          reads.add(owner + ": " + type + "." + call.group(2));
        }
      }
    }
    assertThat(calls).as("calls on ND4J").isGreaterThan(50);
    return reads;
  }

  private static String disassembled() throws IOException, URISyntaxException {
    Path root = Path.of(Plan.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> arguments;
    try (Stream<Path> files = Files.walk(root)) {
      arguments =
          Stream.concat(
                  Stream.of("-c", "-p"),
                  files.map(Path::toString).filter(file -> file.endsWith(".class")))
              .toList();
    }
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    int status =
        ToolProvider.findFirst("javap")
            .orElseThrow()
            .run(out, out, arguments.toArray(new String[0]));
    assertThat(status).isZero();
    return text.toString();
  }
}
