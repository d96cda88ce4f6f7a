package org.simplexity.data.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.simplexity.data.DataException;

/**
 * The image files of a folder, in an order that is the same everywhere (by class, then by name).
 *
 * <p>Either {@code ROOT/<class>/<file>}, or {@code ROOT/train/<class>/<file>} with, if there are
 * test images, {@code ROOT/test/<class>/<file>}. Names that begin with a dot are passed over; other
 * files than {@code .png}, {@code .jpg}, {@code .jpeg} and folders within classes are counted.
 *
 * @param name name of the folder
 * @param classes names of the class folders, sorted
 * @param training training images
 * @param test test images; empty if the folder has none of its own
 * @param ignored number of files and folders passed over that are not hidden
 */
record FolderListing(
    String name, List<String> classes, List<Entry> training, List<Entry> test, int ignored) {
  private static final List<String> SUFFIXES = List.of(".png", ".jpg", ".jpeg");
  private static final String LAYOUT =
      "expected DIR/<class>/*.png or *.jpg, or DIR/train/<class>/… and DIR/test/<class>/…";

  /**
   * One image file.
   *
   * @param path path below the root, with slashes
   * @param label index of its class
   */
  record Entry(String path, int label) {}

  /**
   * Lists a folder.
   *
   * @throws DataException if it has fewer than two classes, a class without images, or test images
   *     of a class without training images
   */
  static FolderListing of(Path root) {
    Path train = root.resolve("train");
    boolean split = Files.isDirectory(train) && !folders(train).isEmpty();
    Path trainRoot = split ? train : root;
    Path testRoot = root.resolve("test");
    List<String> classes = folders(trainRoot);
    checkClasses(trainRoot, classes);
    List<Entry> training = new ArrayList<>();
    List<Entry> test = new ArrayList<>();
    int ignored = list(root, trainRoot, classes, training);
    if (split && Files.isDirectory(testRoot)) {
      checkTestClasses(testRoot, classes);
      ignored += list(root, testRoot, classes, test);
    }
    checkEveryClassHasImages(trainRoot, classes, training);
    return new FolderListing(nameOf(root), classes, training, test, ignored);
  }

  /** Training images, then test images. */
  List<Entry> all() {
    return Stream.concat(training.stream(), test.stream()).toList();
  }

  private static int list(Path root, Path part, List<String> classes, List<Entry> into) {
    int ignored = (int) children(part).stream().filter(p -> !Files.isDirectory(p)).count();
    for (int label = 0; label < classes.size(); label++) {
      Path folder = part.resolve(classes.get(label));
      for (Path file : Files.isDirectory(folder) ? children(folder) : List.<Path>of()) {
        if (isImage(file)) {
          into.add(new Entry(root.relativize(file).toString().replace('\\', '/'), label));
        } else {
          ignored++;
        }
      }
    }
    return ignored;
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file) && SUFFIXES.stream().anyMatch(name::endsWith);
  }

  private static List<String> folders(Path folder) {
    return children(folder).stream()
        .filter(Files::isDirectory)
        .map(child -> child.getFileName().toString())
        .toList();
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> !child.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparing(child -> child.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new DataException("cannot list %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static void checkClasses(Path folder, List<String> classes) {
    if (classes.isEmpty()) {
      throw new DataException("no class folders in %s: %s".formatted(folder, LAYOUT));
    }
    if (classes.size() == 1) {
      throw new DataException(
          "one class only (%s) in %s: at least two are needed; %s"
              .formatted(classes.get(0), folder, LAYOUT));
    }
  }

  private static void checkTestClasses(Path folder, List<String> classes) {
    for (String name : folders(folder)) {
      if (!classes.contains(name)) {
        throw new DataException(
            "class %s in %s has no training images; classes are %s"
                .formatted(name, folder, classes));
      }
    }
  }

  private static void checkEveryClassHasImages(
      Path folder, List<String> classes, List<Entry> training) {
    boolean[] seen = new boolean[classes.size()];
    training.forEach(entry -> seen[entry.label()] = true);
    for (int label = 0; label < seen.length; label++) {
      if (!seen[label]) {
        throw new DataException(
            "class %s in %s has no images: add some or remove the folder; %s"
                .formatted(classes.get(label), folder, LAYOUT));
      }
    }
  }

  private static String nameOf(Path root) {
    Path last = root.toAbsolutePath().normalize().getFileName();
    return last == null ? "images" : last.toString();
  }
}
