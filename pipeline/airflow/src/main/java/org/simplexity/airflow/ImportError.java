package org.simplexity.airflow;

import java.util.ArrayList;
import java.util.List;

/**
 * Why Airflow has no DAGs of a file.
 *
 * @param file file in the folder of DAGs
 * @param text Python's stack trace
 */
public record ImportError(String file, String text) {
  /** The exception with its whole message, without the places that it came through. */
  public String reason() {
    List<String> reason = new ArrayList<>();
    boolean inside = false;
    for (String line : text.strip().lines().toList()) {
      inside = line.startsWith("  File \"") || (inside && line.startsWith(" "));
      if (line.startsWith("Traceback ") || line.startsWith("  File \"")) {
        reason.clear();
      } else if (!inside) {
        reason.add(line);
      }
    }
    return String.join("\n", reason).strip();
  }
}
