package org.simplexity.experiment.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The text of an experiment file, or why there is none. */
final class FileText {
  private FileText() {}

  static String of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw problem(file, "no such file" + nearest(file));
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw problem(file, "is not text in UTF-8");
    } catch (IOException e) {
      throw problem(file, "cannot be read: " + e);
    }
  }

  private static String nearest(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "; there is no folder " + file.getParent();
    }
    List<String> names = experiments(folder);
    String question = Nearest.question(String.valueOf(file.getFileName()), names);
    if (!question.isEmpty() || names.isEmpty()) {
      return question;
    }
    return "; this folder holds " + String.join(", ", names);
  }

  private static List<String> experiments(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static InvalidExperimentException problem(Path file, String message) {
    Problem problem = new Problem(Place.argument(file.toString()), "", message);
    return new InvalidExperimentException(List.of(problem));
  }
}
