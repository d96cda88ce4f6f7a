package org.simplexity.regression.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.regression.Comparison;

/**
 * The files that tell of a comparison.
 *
 * @param files name to content, in order
 */
public record Outputs(Map<String, String> files) {
  /** One test case a metric, for CI. */
  public static final String JUNIT = "junit.xml";

  /** The summary of a CI job, or a comment. */
  public static final String MARKDOWN = "summary.md";

  /** One page that opens anywhere. */
  public static final String HTML = "comparison.html";

  /** Every value, for programs. */
  public static final String JSON = "comparison.json";

  /** Copies the files in their order. */
  public Outputs {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /**
   * All forms of a comparison.
   *
   * @param comparison comparison
   */
  public static Outputs of(Comparison comparison) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(JUNIT, JUnitXml.of(comparison));
    files.put(MARKDOWN, Markdown.of(comparison));
    files.put(HTML, HtmlComparison.of(comparison));
    files.put(JSON, ComparisonJson.of(comparison).toPrettyString() + "\n");
    return new Outputs(files);
  }

  /**
   * Writes the files, each under a temporary name first.
   *
   * @param folder folder, made if missing
   * @throws IOException if one cannot be written
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path temporary = folder.resolve(file.getKey() + ".part");
      Files.writeString(temporary, file.getValue());
      Files.move(temporary, folder.resolve(file.getKey()), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
