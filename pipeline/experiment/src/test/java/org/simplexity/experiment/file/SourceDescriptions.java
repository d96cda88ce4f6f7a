package org.simplexity.experiment.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Descriptions of components from the {@code @param} tags of their records' sources. */
final class SourceDescriptions {
  private final Path pipeline;

  SourceDescriptions(Path pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * The text of {@code package.Record#component}, without Javadoc's tags; empty if there is none.
   */
  String of(String component) {
    String[] parts = component.split("#", -1);
    return source(parts[0]).map(text -> parameter(text, parts[1])).orElse("");
  }

  private Optional<String> source(String type) {
    String file = "src/main/java/" + type.replace('.', '/') + ".java";
    try (Stream<Path> modules = Files.list(pipeline)) {
      Optional<Path> path =
          modules.map(module -> module.resolve(file)).filter(Files::exists).findFirst();
      return path.isPresent() ? Optional.of(Files.readString(path.get())) : Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String parameter(String source, String name) {
    Pattern tag =
        Pattern.compile("@param " + name + "\\s(.*?)(?=\\n \\* @|\\n \\*/)", Pattern.DOTALL);
    Matcher matcher = tag.matcher(source);
    if (!matcher.find()) {
      return "";
    }
    return matcher
        .group(1)
        .replaceAll("\\n \\* *", " ")
        .replaceAll("\\{@\\w+ ([^}]*)}", "$1")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
