package org.simplexity.report.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.simplexity.report.content.ReportContent;

/** Turns the content of a report into one self-contained HTML file. */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * The report as the text of an HTML file in UTF-8.
   *
   * @param content what it says
   */
  public static String render(ReportContent content) {
    return "<!DOCTYPE html>\n" + new Page(content).html().markup() + "\n";
  }

  /**
   * Writes the report, replacing an earlier one.
   *
   * @param content what it says
   * @param file where to; its folder must exist
   * @throws IOException if the file cannot be written
   */
  public static void write(ReportContent content, Path file) throws IOException {
    Files.writeString(file, render(content));
  }
}
