package org.simplexity.airflow;

/**
 * Why Airflow has no DAGs of a file.
 *
 * @param file file in the folder of DAGs
 * @param text Python's stack trace
 */
public record ImportError(String file, String text) {
  /** The last line of the trace, which names the exception. */
  public String reason() {
    String stripped = text.strip();
    return stripped.substring(stripped.lastIndexOf('\n') + 1).strip();
  }
}
